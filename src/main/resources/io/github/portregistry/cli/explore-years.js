/** Registrations by year, as bars that are buttons; one of them can be reached by Tab, the others by arrow keys. */
class Years {
  constructor(box, reading, rows) {
    this.box = box;
    this.reading = reading;
    const all = Years.counts(rows);
    const years = [...all.keys()].sort();
    for (let year = Number(years[0]); year <= Number(years.at(-1)); year++) {
      const label = year % 10 === 0 ? [element("span", { textContent: year })] : [];
      this.box.append(button({ tabIndex: -1 }, { search: "year:" + String(year).padStart(4, "0") },
        element("i", { className: "without-reference" }), element("i", { className: "with-reference" }), ...label));
    }
    this.all = all;
    this.most = Math.max(...all.values(), 1);
    if (this.box.lastElementChild) {
      this.box.lastElementChild.tabIndex = 0;
    }
    this.box.addEventListener("keydown", event => this.move(event));
    for (const type of ["focusin", "pointerover"]) {
      this.box.addEventListener(type, event => this.read(event.target.closest("button")));
    }
  }

  static counts(rows) {
    const counts = new Map();
    for (const row of rows) {
      if (row.registered) {
        const year = row.registered.slice(0, 4);
        counts.set(year, (counts.get(year) ?? 0) + 1);
      }
    }
    return counts;
  }

  /** Fills each bar as far as its rows match. */
  show(rows, year) {
    const found = Years.counts(rows);
    for (const bar of this.box.children) {
      const own = bar.dataset.search.slice("year:".length);
      const [total, some] = [this.all.get(own) ?? 0, found.get(own) ?? 0];
      bar.firstChild.style.height = 100 * total / this.most + "%";
      bar.children[1].style.height = 100 * some / this.most + "%";
      bar.setAttribute("aria-label", `${own}: ${number(total)} registered` + (some < total ? `, ${number(some)} of them found` : ""));
      bar.setAttribute("aria-pressed", year.startsWith(own));
    }
  }

  read(bar) {
    if (bar) {
      this.reading.textContent = bar.getAttribute("aria-label");
    }
  }

  move(event) {
    const bars = [...this.box.children];
    const place = bars.indexOf(document.activeElement);
    const to = { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: bars.length - 1 }[event.key];
    if (bars[to]) {
      event.preventDefault();
      bars[place].tabIndex = -1;
      bars[to].tabIndex = 0;
      bars[to].focus();
    }
  }
}
