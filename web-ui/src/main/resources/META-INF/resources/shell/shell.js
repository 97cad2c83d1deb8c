/* The viewer's own settings, kept in this browser only. */
(() => {
  const THEME = 'rubicon-theme';
  const root = document.documentElement;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');

  const stored = () => {
    try {
      return localStorage.getItem(THEME);
    } catch {
      return null;
    }
  };

  const theme = () => root.dataset.theme || (prefersDark.matches ? 'dark' : 'light');

  const describe = () => {
    const other = theme() === 'dark' ? 'light' : 'dark';
    document.querySelectorAll('[data-theme-toggle]').forEach((button) => {
      button.setAttribute('aria-label', `Use the ${other} theme`);
      button.title = `Use the ${other} theme`;
    });
  };

  const choose = (name) => {
    root.dataset.theme = name;
    try {
      localStorage.setItem(THEME, name);
    } catch {
      /* Private windows may refuse; the choice then lasts as long as the page. */
    }
    describe();
  };

  const known = stored();
  if (known === 'light' || known === 'dark') {
    root.dataset.theme = known;
  }

  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-theme-toggle]')) {
      choose(theme() === 'dark' ? 'light' : 'dark');
    }
  });
  prefersDark.addEventListener('change', describe);

  /* The router in the page knows one navigation at a time: a click while one still settles can be
     lost without a word. The last such click waits here until the one before has ended. */
  const PATIENCE = 3000;
  let next = null;
  let patience = 0;
  const settling = () => window.Vaadin?.Flow?.navigation === true;
  const plain = (click) =>
    click.button === 0 && !click.shiftKey && !click.ctrlKey && !click.altKey && !click.metaKey;
  const leads = (node) =>
    node.localName === 'a' &&
    node.origin === location.origin &&
    !(node.target && node.target !== '_self') &&
    !['download', 'router-ignore'].some((name) => node.hasAttribute(name));

  const follow = () => {
    clearTimeout(patience);
    if (next) {
      const link = Object.assign(document.createElement('a'), { href: next, hidden: true });
      next = null;
      document.body.append(link);
      link.click();
      link.remove();
    }
  };

  window.addEventListener(
    'click',
    (click) => {
      const link = settling() && plain(click) && click.composedPath().find(leads);
      if (link) {
        click.preventDefault();
        click.stopImmediatePropagation();
        next = link.href;
        clearTimeout(patience);
        patience = setTimeout(() => {
          delete window.Vaadin.Flow.navigation;
          follow();
        }, PATIENCE);
      }
    },
    true,
  );
  window.addEventListener('vaadin-navigated', () => setTimeout(follow));

  /* When this browser was here last, as ISO text; a visit is what lies 30 minutes after the one before. */
  const SEEN = 'rubicon-seen';
  const BEFORE = 'rubicon-visit-before';
  const PAUSE = 30 * 60 * 1000;
  const sorted = (query) => {
    const words = new URLSearchParams(query);
    words.sort();
    return words.toString();
  };

  window.rubicon = {
    /* Writes the present address as `address` writes it, once both mean the same. */
    tidy(address, tries = 40) {
      const wanted = new URL(`/${address}`, location.origin);
      if (location.pathname === wanted.pathname && sorted(location.search) === sorted(wanted.search)) {
        history.replaceState(history.state, '', wanted);
      } else if (tries > 0) {
        setTimeout(() => window.rubicon.tidy(address, tries - 1), 25);
      }
    },
    describeTheme: describe,
    lastVisit() {
      try {
        const now = new Date();
        const seen = localStorage.getItem(SEEN);
        if (!seen || now - new Date(seen) > PAUSE) {
          localStorage.setItem(BEFORE, seen ?? '');
        }
        localStorage.setItem(SEEN, now.toISOString());
        return localStorage.getItem(BEFORE) ?? '';
      } catch {
        return '';
      }
    },
  };
})();
