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

  const FLAG = { width: 17, height: 15, lane: 18, gap: 2 };

  /* Where each flag stands: on the first lane that is free at its day, else on the one that is free
     soonest. The last value of an item is what is written on it. */
  const places = (params, api) => {
    const free = Array(api.value(2)).fill(-Infinity);
    return Array.from({ length: params.dataInsideLength }, (_, index) => {
      const x = api.coord([api.value(0, index), 1])[0];
      const start = (lane) => Math.max(free[lane], x);
      const lane = free.reduce((best, _end, each) => (start(each) < start(best) ? each : best), 0);
      const at = start(lane);
      free[lane] = at + FLAG.width + FLAG.gap;
      return { x, at, lane };
    });
  };

  const line = (x1, y1, x2, y2, style) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style, z2: 0 });

  const diamond = (x, y, size, style) => ({
    type: 'polygon',
    shape: { points: [[x - size, y], [x, y - size], [x + size, y], [x, y + size]] },
    style,
    z2: 10,
  });

  const written = (text, x, y, align, fill) => ({
    type: 'text',
    style: { text, x, y, align, verticalAlign: 'middle', fill, fontSize: 11, fontWeight: 650 },
    z2: 11,
  });

  /* What the pointer has to meet: more than a thin line. */
  const area = (x, y, width, height) =>
    ({ type: 'rect', shape: { x, y, width, height }, style: { fill: 'transparent' }, z2: 12 });

  const within = (value, low, high) => Math.min(Math.max(value, low), high);

  const functions = {
    minutes(value) {
      if (value > 0 && value < 1) return `${trimmed(value * 60)} s`;
      if (value < 60) return `${trimmed(value)} min`;
      return `${Number(trimmed(value / 60)).toLocaleString('en')} h`;
    },
    number: (value) => value.toLocaleString('en', { maximumSignificantDigits: 4 }),
    percent: (value) => `${value.toLocaleString('en', { maximumSignificantDigits: 4 })} %`,
    share: (value) => `${trimmed(value * 100)} %`,
    year: (value) => String(Math.round(value)),
    short(value) {
      const size = Math.abs(value);
      if (size >= 1e6 || (size > 0 && size < 1e-3)) return value.toExponential(0).replace('e+', 'e');
      return value.toLocaleString('en', { maximumSignificantDigits: 3 });
    },
    /* All curves at the place of the pointer. */
    at(params) {
      const curves = params.filter((each) => each.seriesType === 'line');
      if (!curves.length) return '';
      const { axisValue, axisType } = curves[0];
      const place = axisType === 'xAxis.time'
        ? new Date(axisValue).toISOString().slice(0, 10)
        : axisValue.toLocaleString('en', { maximumSignificantDigits: 4, useGrouping: Math.abs(axisValue) > 9999 });
      const rows = curves.map(({ marker, seriesName, value }) =>
        `${marker}${escaped(seriesName)} <strong>${value[1].toLocaleString('en', { maximumSignificantDigits: 4 })}</strong>`);
      return `<span class="rb-tip-when">${place}</span><br>${rows.join('<br>')}`;
    },
    /* One shape for all places of a band: drawn with the first. */
    band(params, api) {
      if (params.dataIndexInside > 0) return null;
      const side = (dimension) => Array.from({ length: params.dataInsideLength }, (_, index) =>
        api.coord([api.value(0, index), api.value(dimension, index)]));
      return {
        type: 'polygon',
        shape: { points: [...side(1), ...side(2).reverse()] },
        style: { fill: api.visual('color'), opacity: api.value(3) },
        silent: true,
      };
    },
    tip(params) {
      const { tip: lines, note } = params.data ?? {};
      if (note) {
        const [title, text, source] = note.map(escaped);
        return `<div class="rb-tip-note"><strong>${title}</strong><br>${text}`
          + `<br><span class="rb-tip-when">${source}</span></div>`;
      }
      if (!lines) return '';
      const [name, value, interval, when] = lines.map(escaped);
      return `<strong>${name}</strong><br><span class="rb-tip-value">${value}</span>`
        + (interval ? `<br>${interval}` : '')
        + `<br><span class="rb-tip-when">${when}</span>`;
    },
    flag(params, api) {
      const { y: top, height } = params.coordSys;
      params.context.places ??= places(params, api);
      const { x, at, lane } = params.context.places[params.dataIndexInside];
      const base = top - api.value(3);
      const y = base - 4 - lane * FLAG.lane - FLAG.height;
      const colour = api.visual('color');
      const thin = { stroke: colour, lineWidth: 1, lineDash: [2, 3], opacity: 0.55 };
      return {
        type: 'group',
        children: [
          { ...line(x, top + height, x, base, thin), silent: true },
          { ...line(x, base, at, y + FLAG.height, thin), silent: true },
          {
            type: 'rect',
            shape: { x: at - FLAG.width / 2, y, width: FLAG.width, height: FLAG.height, r: 3 },
            style: {
              fill: api.visual('borderColor'),
              stroke: colour,
              lineWidth: 1,
              lineDash: api.value(1) ? null : [2, 2],
            },
            z2: 10,
          },
          written(String(api.value(4)), at, y + FLAG.height / 2 + 0.5, 'center', colour),
          area(at - FLAG.width / 2, y, FLAG.width, FLAG.height),
        ],
      };
    },
    moment(params, api) {
      const { x: left, y: top, width } = params.coordSys;
      const right = left + width;
      const y = top - api.value(3);
      const [low, middle, high] = [0, 1, 2]
        .map((dimension) => api.value(dimension))
        .map((time) => (Number.isFinite(time) ? api.coord([time, 1])[0] : null));
      const known = [low, middle, high].filter((x) => x !== null);
      const first = within(Math.min(...known), left, right);
      const last = within(Math.max(...known), left, right);
      const colour = api.visual('color');
      const stroke = { stroke: colour, lineWidth: 1.75 };
      const cap = (x) => (x !== null && x >= left && x <= right ? [line(x, y - 4, x, y + 4, stroke)] : []);
      const beyond = Math.max(...known) > right;
      const letter = String.fromCharCode(api.value(4));
      const before = first - left > 16;
      return {
        type: 'group',
        children: [
          line(first, y, last, y, stroke),
          ...cap(low),
          ...cap(high),
          ...(middle !== null && middle >= left && middle <= right
            ? [diamond(middle, y, 4.5, { fill: api.visual('borderColor'), stroke: colour, lineWidth: 1.75 })]
            : []),
          ...(beyond
            ? [{
              type: 'polygon',
              shape: { points: [[right, y - 4], [right + 6, y], [right, y + 4]] },
              style: { fill: colour },
            }]
            : []),
          written(letter, before ? first - 7 : last + (beyond ? 10 : 7), y + 0.5, before ? 'right' : 'left', colour),
          area(first - 18, y - 7, last - first + 36, 14),
        ],
      };
    },
    amount(params, api) {
      const { x: left, y: top, width, height } = params.coordSys;
      const x = api.coord([api.value(0), 1])[0];
      const [low, middle, high] = [1, 2, 3]
        .map((dimension) => api.value(dimension))
        .map((value) => (Number.isFinite(value) ? api.coord([api.value(0), value])[1] : null));
      const known = [low, middle, high].filter((y) => y !== null);
      const lowest = within(Math.max(...known), top, top + height);
      const highest = within(Math.min(...known), top, top + height);
      const colour = api.visual('color');
      const stroke = { stroke: colour, lineWidth: 1.75 };
      const inside = (y) => y !== null && y >= top && y <= top + height;
      const cap = (y) => (inside(y) ? [line(x - 4, y, x + 4, y, stroke)] : []);
      const fits = left + width - x > 18;
      const letterY = inside(middle) ? middle : highest;
      return {
        type: 'group',
        children: [
          line(x, lowest, x, highest, { ...stroke, lineDash: [3, 2] }),
          ...cap(low),
          ...cap(high),
          ...(inside(middle)
            ? [diamond(x, middle, 5.5, { fill: api.visual('borderColor'), stroke: colour, lineWidth: 1.75 })]
            : []),
          written(String.fromCharCode(api.value(4)), fits ? x + 9 : x - 9, letterY, fits ? 'left' : 'right', colour),
          area(x - 9, highest - 7, 18, lowest - highest + 14),
        ],
      };
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

  /* How far, in pixels, a label may stand from its line, the nearest first. */
  const NUDGES = [0, 4, -4, 8, -8, 12, -12, 16, -16, 20, -20];

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
    #marks = [];
    #mark = 0;
    #keys = (event) => this.#pressed(event);
    #focused = () => this.matches(':focus-visible') && this.#tell();
    #left = () => this.#chart?.dispatchAction({ type: 'hideTip' });

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
      this.addEventListener('keydown', this.#keys);
      this.addEventListener('focus', this.#focused);
      this.addEventListener('blur', this.#left);
      this.#schedule();
    }

    disconnectedCallback() {
      this.#resizes.disconnect();
      this.#themes.disconnect();
      this.#dark.removeEventListener('change', this.#retheme);
      this.removeEventListener('keydown', this.#keys);
      this.removeEventListener('focus', this.#focused);
      this.removeEventListener('blur', this.#left);
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      if (this.#chart) {
        this.#chart.dispose();
        this.#chart = null;
      }
    }

    /* Annotations are reached by the keyboard too: the arrow keys walk from mark to mark. */
    #offerMarks() {
      this.#marks = this.#shown.series.flatMap((series) =>
        (series.marks ? series.data.map((_, dataIndex) => ({ id: series.id, dataIndex })) : []));
      this.#mark = Math.min(this.#mark, Math.max(0, this.#marks.length - 1));
      if (this.#marks.length) {
        this.tabIndex = 0;
      } else {
        this.removeAttribute('tabindex');
      }
    }

    #pressed(event) {
      const last = this.#marks.length - 1;
      const next = {
        ArrowRight: this.#mark + 1, ArrowLeft: this.#mark - 1, Home: 0, End: last,
      }[event.key];
      if (event.key === 'Escape') {
        this.#left();
      } else if (next !== undefined && last >= 0) {
        event.preventDefault();
        this.#mark = within(next, 0, last);
        this.#tell();
      }
    }

    #tell() {
      const mark = this.#marks[this.#mark];
      if (this.#chart && mark) {
        const seriesIndex = this.#chart.getOption().series.findIndex((each) => each?.id === mark.id);
        this.#chart.dispatchAction({
          type: 'showTip',
          seriesIndex,
          dataIndex: mark.dataIndex,
          position: (_point, _params, _element, box) =>
            (box ? [box.x + box.width + 8, box.y] : [8, 8]),
        });
      }
    }

    #isNarrow() {
      return this.clientWidth < 560;
    }

    /* Names beside points do not fit on a phone; the tooltip still tells them. Lines keep their value. */
    #simplify(option) {
      const lines = (option.series ?? []).some((series) => series.markLine?.data.length);
      option.grid = { ...option.grid, left: 6, right: lines ? 48 : 20 };
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

    /* Labels of lines stand one below the other beside the plot, as near to their line as there is
       room. Where there is none for its words, a label tells its value only, or nothing; the line of
       the lower rank gives way. */
    #spread() {
      const drawn = (this.#shown?.series ?? []).filter((each) => each.markLine?.data.length);
      const { grid, yAxis } = this.#shown ?? {};
      const lines = drawn.flatMap((series) => series.markLine.data).filter((line) => line.label.words);
      const taken = [];
      for (const line of lines.toSorted((a, b) => b.rank - a.rank)) {
        const y = this.#chart.convertToPixel({ yAxisId: yAxis.id }, line.yAxis);
        const { words, lineHeight, width } = line.label;
        const texts = this.#narrow ? [line.short] : [words, line.short];
        const free = texts
          .flatMap((text) => NUDGES.map((nudge) =>
            ({ text, nudge, half: (rows(text, width) * lineHeight) / 2 })))
          .find(({ half, nudge }) =>
            taken.every((other) => Math.abs(other.y - y - nudge) >= other.half + half));
        if (free && y >= grid.top - 1 && y <= this.clientHeight - grid.bottom + 1) {
          taken.push({ y: y + free.nudge, half: free.half });
        }
        line.label.show = free !== undefined;
        line.label.formatter = free?.text ?? line.short;
        /* Text that is centred on its line heeds no padding; text that hangs from it does. */
        line.label.verticalAlign = free?.nudge ? 'top' : 'middle';
        line.label.padding = free?.nudge ? [free.nudge - free.half, 0, 0, 0] : 0;
      }
      if (lines.length) {
        this.#chart.setOption({
          series: drawn.map(({ id, markLine }) => ({ id, markLine })),
        });
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
      this.#offerMarks();
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
