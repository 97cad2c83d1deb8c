// Notes when the value of an indicator changes on the page: the time is taken when the frame that
// shows it is about to be drawn.
(() => {
  const shown = new Map();
  window.sightings = [];
  const look = () => {
    const at = performance.timeOrigin + performance.now();
    for (const element of document.querySelectorAll('[data-testid^="indicator-value-"]')) {
      const id = element.dataset.testid.slice('indicator-value-'.length);
      const value = parseFloat(element.textContent);
      if (!Number.isNaN(value) && shown.get(id) !== value) {
        shown.set(id, value);
        window.sightings.push({indicator: id, value, at});
      }
    }
  };
  let waiting = false;
  new MutationObserver(() => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        look();
      });
    }
  }).observe(document, {subtree: true, childList: true, characterData: true});
})();
