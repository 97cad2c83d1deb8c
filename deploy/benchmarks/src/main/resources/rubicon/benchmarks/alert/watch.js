// Notes when the value of an indicator changes on the page: the time is taken when the frame that
// shows it is about to be drawn. Looks only at what changed, to leave the page its processor.
(() => {
  const prefix = 'indicator-value-';
  const selector = `[data-testid^="${prefix}"]`;
  const shown = new Map();
  const changed = new Set();
  window.sightings = [];
  const look = () => {
    const at = performance.timeOrigin + performance.now();
    for (const element of changed) {
      const id = element.dataset.testid.slice(prefix.length);
      const value = parseFloat(element.textContent);
      if (!Number.isNaN(value) && shown.get(id) !== value) {
        shown.set(id, value);
        window.sightings.push({indicator: id, value, at});
      }
    }
    changed.clear();
  };
  new MutationObserver(records => {
    const waiting = changed.size > 0;
    for (const {target, addedNodes} of records) {
      const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
      const value = element?.closest(selector);
      if (value) {
        changed.add(value);
      }
      for (const added of addedNodes) {
        if (added.nodeType === Node.ELEMENT_NODE) {
          added.querySelectorAll(selector).forEach(it => changed.add(it));
        }
      }
    }
    if (!waiting && changed.size > 0) {
      requestAnimationFrame(look);
    }
  }).observe(document, {subtree: true, childList: true, characterData: true});
})();
