/*
 * <rubicon-chart>: draws the ECharts option in its property `optionJson`.
 *
 * In that option, text may stand for what JSON can not carry:
 *   "var(--name)"   the theme's colour of that name, as it is now
 *   "rubicon:name"  one of the functions below
 */
(() => {
  if (customElements.get('rubicon-chart')) {
    return;
  }

  const trimmed = (value) => String(Number(value.toPrecision(3)));

  const escaped = (text) =>
    String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

  const functions = {
    minutes(value) {
      if (value > 0 && value < 1) return `${trimmed(value * 60)} s`;
      if (value < 60) return `${trimmed(value)} min`;
      return `${Number(trimmed(value / 60)).toLocaleString('en')} h`;
    },
    number: (value) => value.toLocaleString('en', { maximumSignificantDigits: 4 }),
    percent: (value) => `${value.toLocaleString('en', { maximumSignificantDigits: 4 })} %`,
    share: (value) => `${trimmed(value * 100)} %`,
    tip(params) {
      const lines = params.data && params.data.tip;
      if (!lines) return '';
      const [name, value, interval, when] = lines.map(escaped);
      return `<strong>${name}</strong><br><span class="rb-tip-value">${value}</span>`
        + (interval ? `<br>${interval}` : '')
        + `<br><span class="rb-tip-when">${when}</span>`;
    },
    interval(params, api) {
      const low = api.coord([api.value(0), api.value(1)]);
      const high = api.coord([api.value(0), api.value(2)]);
      const style = { stroke: api.visual('color'), lineWidth: 1.25, fill: null };
      const cap = 4;
      const line = (x1, y1, x2, y2) =>
        ({ type: 'line', transition: ['shape'], shape: { x1, y1, x2, y2 }, style });
      return {
        type: 'group',
        children: [
          line(low[0], low[1], high[0], high[1]),
          line(low[0] - cap, low[1], low[0] + cap, low[1]),
          line(high[0] - cap, high[1], high[0] + cap, high[1]),
        ],
      };
    },
  };

  /* How many rows a text takes at a width, broken between words. */
  const pen = document.createElement('canvas').getContext('2d');
  const rows = (text, width) => {
    pen.font = '11px sans-serif';
    let count = 1;
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (line && pen.measureText(longer).width > width) {
        count += 1;
        line = word;
      } else {
        line = longer;
      }
    }
    return count;
  };

  const library = () =>
    new Promise((resolve) => {
      const look = () => (window.echarts ? resolve(window.echarts) : setTimeout(look, 20));
      look();
    });

  class RubiconChart extends HTMLElement {
    #option = null;
    #chart = null;
    #frame = 0;
    #narrow = false;
    #drawn = -Infinity;
    #shown = null;
    #resizes = new ResizeObserver(() => this.#resized());
    #themes = new MutationObserver(() => this.#schedule());
    #dark = matchMedia('(prefers-color-scheme: dark)');
    #retheme = () => this.#schedule();

    /* A property that was set before this class was defined hides the accessor: move it. */
    #adopt() {
      if (Object.hasOwn(this, 'optionJson')) {
        const early = this.optionJson;
        delete this.optionJson;
        this.optionJson = early;
      }
    }

    set optionJson(text) {
      this.#option = text ? JSON.parse(text) : null;
      this.#schedule();
    }

    get optionJson() {
      return this.#option ? JSON.stringify(this.#option) : '';
    }

    connectedCallback() {
      this.#adopt();
      this.#resizes.observe(this);
      this.#themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
      this.#dark.addEventListener('change', this.#retheme);
      this.#schedule();
    }

    disconnectedCallback() {
      this.#resizes.disconnect();
      this.#themes.disconnect();
      this.#dark.removeEventListener('change', this.#retheme);
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      if (this.#chart) {
        this.#chart.dispose();
        this.#chart = null;
      }
    }

    #isNarrow() {
      return this.clientWidth < 560;
    }

    /* Names beside points do not fit on a phone; the tooltip still tells them. Lines keep their value. */
    #simplify(option) {
      const lines = (option.series ?? []).some((series) => series.markLine?.data.length);
      option.grid = { ...option.grid, left: 0, right: lines ? 48 : 6 };
      option.legend = { ...option.legend, left: 0, itemWidth: 12, itemGap: 9 };
      for (const series of option.series ?? []) {
        if (series.label) {
          series.label = { ...series.label, show: false };
        }
        for (const item of series.label ? series.data : []) {
          delete item.label;
        }
      }
    }

    /* Labels of lines stand one below the other beside the plot. Where two have no room, that of the
       lower rank tells its value only, or nothing. */
    #spread() {
      const series = this.#shown?.series.find((each) => each.markLine);
      const { grid, yAxis } = this.#shown ?? {};
      const taken = [];
      for (const line of (series?.markLine.data ?? []).toSorted((a, b) => b.rank - a.rank)) {
        const y = this.#chart.convertToPixel({ yAxisId: yAxis.id }, line.yAxis);
        const { words, lineHeight, width } = line.label;
        const texts = this.#narrow ? [line.short] : [words, line.short];
        const free = texts
          .map((text) => ({ text, half: (rows(text, width) * lineHeight) / 2 }))
          .find(({ half }) => taken.every((other) => Math.abs(other.y - y) >= other.half + half));
        if (free && y >= grid.top - 1 && y <= this.clientHeight - grid.bottom + 1) {
          taken.push({ y, half: free.half });
        }
        line.label.show = free !== undefined;
        line.label.formatter = free?.text ?? line.short;
      }
      if (series?.markLine.data.length) {
        this.#chart.setOption({ series: [{ id: series.id, markLine: series.markLine }] });
      }
    }

    #resized() {
      if (this.#chart && this.#isNarrow() !== this.#narrow) {
        this.#chart.resize();
        this.#schedule();
      } else if (this.#chart && this.clientWidth && this.clientHeight) {
        this.#chart.resize({ animation: { duration: 0 } });
        this.#spread();
      } else {
        this.#schedule();
      }
    }

    /* Many changes between two frames are drawn once. */
    #schedule() {
      if (!this.#frame) {
        this.#frame = requestAnimationFrame(() => {
          this.#frame = 0;
          this.#draw();
        });
      }
    }

    async #draw() {
      if (!this.#option || !this.isConnected || !this.clientWidth || !this.clientHeight) {
        return;
      }
      const echarts = await library();
      if (!this.isConnected) {
        return;
      }
      this.#chart ??= echarts.init(this, null, { renderer: 'svg' });
      const option = this.#resolved(this.#option);
      const now = performance.now();
      const hurried = now - this.#drawn < 600;
      this.#drawn = now;
      if (hurried || matchMedia('(prefers-reduced-motion: reduce)').matches) {
        option.animation = false;
      } else {
        option.animation = true;
      }
      option.textStyle = { fontFamily: getComputedStyle(this).fontFamily };
      this.#narrow = this.#isNarrow();
      option.legend.formatter = this.#narrow ? (name) => name.split(',')[0] : (name) => name;
      if (this.#narrow) {
        this.#simplify(option);
      }
      this.#chart.setOption(option, { replaceMerge: ['series', 'yAxis'], lazyUpdate: false });
      this.#shown = option;
      this.#spread();
      this.toggleAttribute('data-drawn', true);
    }

    #resolved(node) {
      if (Array.isArray(node)) {
        return node.map((each) => this.#resolved(each));
      }
      if (node && typeof node === 'object') {
        return Object.fromEntries(
          Object.entries(node).map(([key, value]) => [key, this.#resolved(value)]));
      }
      if (typeof node === 'string') {
        if (node.startsWith('rubicon:')) {
          return functions[node.slice(8)];
        }
        if (node.startsWith('var(')) {
          return this.#colour(node);
        }
      }
      return node;
    }

    #colour(reference) {
      const probe = document.createElement('span');
      probe.style.color = reference;
      probe.hidden = true;
      this.append(probe);
      const colour = getComputedStyle(probe).color;
      probe.remove();
      return colour;
    }
  }

  customElements.define('rubicon-chart', RubiconChart);
})();
