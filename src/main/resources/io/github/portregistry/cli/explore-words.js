const number = n => n.toLocaleString("en");
const plural = (n, one, many) => number(n) + " " + (n === 1 ? one : many);

/** Makes an element. Text is set as text, so that nothing in it becomes markup. */
function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A button that the page identifies by its data attributes. */
function button(properties, data, ...children) {
  const made = element("button", { type: "button", ...properties }, ...children);
  Object.assign(made.dataset, data);
  return made;
}

/** A part of a text that can be searched for. */
function link(text, search = text) {
  return button({ className: "word", textContent: text }, { search });
}

function intervalText({ first, last }) {
  return first === last ? String(first) : first + "-" + last;
}

function titleOf(row) {
  return row === null ? "unlisted" : row.name || (row.status === ASSIGNED ? "(unnamed)" : STATUSES[row.status]);
}

/** What is registered for a port, one line each. */
function inWords(registry, port) {
  const parts = [...answersOf(registry, port)].map(([row, over]) => {
    const cited = row?.status !== ASSIGNED ? "" : row.references.length === 0 ? ", cites no document"
      : ", cites " + row.references.join(", ");
    return titleOf(row) + cited + " (" + over.join(", ") + ")";
  });
  return "Port " + port + ": " + parts.join("; ");
}

/** What most people mean by the name of a row, if that is elsewhere. */
function oftenMeant(registry, row) {
  const [what, ports] = OFTEN_MEANT.get(row.name) ?? [];
  if (what && ports !== intervalText(row)) {
    return ["often meant: " + what, ...ports ? [", " + (ports.includes("-") ? "ports " : "port "), link(ports)] : []];
  }
  const services = row.hasPorts ? [] : meantBy(registry, row.key, row.over);
  return services.length === 0 ? [] : ["often meant: ", ...services.flatMap((name, i) => [i > 0 ? " or " : "", link(name)])];
}

/** The details of a row, or of no row. */
function described(registry, row, over) {
  const pills = over.flatMap(keyword => [" ", element("span", { className: "over", textContent: keyword })]);
  const box = element("div", {}, element("h3", {}, titleOf(row), ...pills));
  const say = (...children) => children.length > 0 && box.append(element("p", {}, ...children));
  if (row?.status !== ASSIGNED) {
    say(KINDS[1 + (row?.status ?? UNLISTED)].means);
  }
  if (row === null) {
    return box;
  }
  if (row.description.toLowerCase() !== titleOf(row)) {
    say(row.description);
  }
  say(...oftenMeant(registry, row));
  if (row.last > row.first) {
    say(row.status === ASSIGNED ? "registered for ports " : "ports ", link(intervalText(row)));
  }
  if (row.note) {
    say("IANA's note: " + row.note);
  }
  if (row.status === ASSIGNED) {
    const blank = " " + registry.absent;
    const person = name => link(name, "person:" + name);
    say(...row.assignee ? ["assigned to ", person(row.assignee)] : ["assignee" + blank],
      ...row.contact && row.contact !== row.assignee ? [", contact ", person(row.contact)] : []);
    say(...row.registered ? ["registered ", link(row.registered, "year:" + row.registered)] : ["registration date" + blank],
      row.modified ? ", modified " + row.modified : "");
    say(...row.references.length === 0 ? ["cites no document" + (registry.unknown ? " in this edition" : "")] : ["cites "],
      ...row.references.flatMap((reference, i) => [i > 0 ? ", " : "", link(reference, "cites:" + reference)]));
  }
  if (row.unauthorizedUse) {
    say("unauthorized use reported: " + row.unauthorizedUse);
  }
  return box;
}

/** A line in the list of what is found: a row, or a block of ports. */
function itemOf({ where, name, what, port, row }) {
  return element("li", {}, button({}, row?.hasPorts === false ? { row: row.number } : { port },
    element("span", { className: "where", textContent: where }), element("b", { textContent: name }),
    element("span", { className: "what", textContent: what })));
}

/** What the colours of the map mean, with the numbers of ports. */
function legendOf(marks, counts) {
  const [kinds, numbers] = marks === null ? [KINDS, counts] : [MARKS, countsOf(marks, MARKS.length)];
  return kinds.map(({ style, words, means }, i) => element("li", {}, element("i", { className: style }),
    element("b", { textContent: number(numbers[i]) }), " " + words, ...means ? [element("span", { textContent: means })] : []));
}
