const OVER = TRANSPORTS.join("|");
/** Transports in front of a port, as in tcp/80, and after a port or a name, as in 80/tcp,udp. */
const TRANSPORT = new RegExp(`^(?:(${OVER})[/:\\s]\\s*(?=[\\d:]))?(.*?)(?:\\s*/\\s*((?:${OVER})(?:\\s*,\\s*(?:${OVER}))*))?$`, "i");
const BETWEEN_TOKENS = new RegExp(`,(?!\\s*(?:${OVER})\\s*(?:,|$))`, "i");
const INTERVAL = /^(\d+)(?:\s*(?:[-\u2010-\u2015\u2212]|\.{2,3}|to)\s*(\d+))?$/;
/** The address of a host with a port, as in :8080, localhost:3000 and [::1]:8443/x. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^\s:/]*|\[[0-9a-f:.]*\]):(\d+)(?:\/.*)?$/i;

/**
 * Parses a search, which finds the rows that one of its parts accepts. It is read as on the command line, except that
 * words which are no service name are looked for in all texts. Throws a RangeError that says what is wrong with it.
 */
function parseSearch(registry, text) {
  const words = text.trim().replace(/^ports?\s+(?=[\d:])/i, "");
  const [rest, over] = splitTransports(words);
  const field = /^(year|person|cites)[:\s]\s*(.+)$/i.exec(rest);
  const date = /^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$/.exec(rest);
  const search = { isEmpty: words === "", isOfField: Boolean(date || field), parts: [{ over, accepts: () => true }], year: "" };
  if (date || field?.[1].toLowerCase() === "year") {
    search.year = date ? rest : yearOf(field[2]);
    search.parts[0].accepts = row => row.registered.startsWith(search.year);
  } else if (field) {
    search.parts[0].accepts = fieldCondition(field[1].toLowerCase(), field[2].toLowerCase());
  } else if (!search.isEmpty) {
    search.parts = words.split(BETWEEN_TOKENS).flatMap(token => partsOf(registry, token.trim()));
  }
  return search;
}

function splitTransports(text) {
  const [, before, rest, after] = TRANSPORT.exec(text);
  const keywords = (before ?? after ?? "").toLowerCase().split(/\s*,\s*/);
  const over = TRANSPORTS.reduce((bits, keyword, t) => bits | keywords.includes(keyword) << t, 0);
  return [rest.trim(), over || EVERY_TRANSPORT];
}

function fieldCondition(field, wanted) {
  const reference = wanted.replace(/^(rfc)?\s*(?=\d+$)/, "rfc");
  return field === "person"
    ? row => row.assignee.toLowerCase().includes(wanted) || row.contact.toLowerCase().includes(wanted)
    : row => row.references.some(own => own.toLowerCase() === reference);
}

/** The parts of a token: several if it has ports with blanks between them. */
function partsOf(registry, token) {
  const part = partOf(registry, token);
  const parts = part.ports ? [] : token.split(/\s+/).map(word => partOf(registry, word));
  return parts.length > 1 && parts.every(each => each.ports) ? parts : [part];
}

function partOf(registry, token) {
  const [rest, over] = splitTransports(token);
  if (/^\d+:\d+$/.test(rest)) {
    throw new RangeError("A colon can mean an interval or map a port to another: write 22-80, or the one port that you mean");
  }
  const [, first, last = first] = INTERVAL.exec(rest) ?? ADDRESS.exec(rest) ?? [];
  if (first) {
    const ports = intervalOf(first, last);
    return { over, ports, accepts: row => row.hasPorts && row.first <= ports.last && row.last >= ports.first };
  }
  const name = rest.toLowerCase();
  const words = name.split(/\s+/);
  const meant = meantBy(registry, name, over);
  return { over, name, meant, accepts: row => meant.includes(row.key) || words.every(word => row.text.includes(word)) };
}

/** The services that an everyday name commonly means, such as domain for dns. Its punctuation does not matter. */
function meantBy(registry, name, over) {
  const letters = name.replace(/[!-/:-@[-`{-~]/g, "");
  const keyword = TRANSPORTS.find((_, t) => over === 1 << t) ?? "";
  return registry.everyday.get(letters + keyword) ?? registry.everyday.get(letters) ?? [];
}

function yearOf(text) {
  if (!/^\d{4}(-\d\d){0,2}$/.test(text)) {
    throw new RangeError("Write a year as in year:2002, or a month as in year:2002-05");
  }
  return text;
}

function intervalOf(first, last) {
  const interval = { first: Number(first), last: Number(last) };
  if (Math.max(interval.first, interval.last) >= PORTS) {
    throw new RangeError("Ports end at " + (PORTS - 1));
  }
  if (interval.first > interval.last) {
    throw new RangeError("An interval begins with its lower port");
  }
  return interval;
}

/** The one port that a search is for, or that it begins with; null if it begins with something else. */
function portOf(search) {
  const { ports } = search.parts[0];
  return ports && ports.first === ports.last ? ports.first : null;
}

/** The parts of a search that find a row. */
function partsFinding(search, row) {
  return search.parts.filter(part => row.over & part.over && part.accepts(row));
}

/** 0 for a row of a name that is searched for, 1 for a service that it means, 2 if the name has no port; 3 otherwise. */
function rankOf(search, row) {
  const isNamed = row.name !== "" && search.parts.some(part => part.name === row.key);
  return isNamed && row.hasPorts ? 0 : search.parts.some(part => part.meant?.includes(row.key)) ? 1 : isNamed ? 2 : 3;
}

/** The rows that match the search and the filters; what is searched for by name comes first. */
function findRows(registry, search, filters) {
  return registry.rows.filter(row => partsFinding(search, row).length > 0
    && (!filters.unreferenced || row.status === ASSIGNED && row.references.length === 0)
    && (!filters.undated || row.status === ASSIGNED && row.registered === ""))
    .sort((a, b) => rankOf(search, a) - rankOf(search, b) || a.number - b.number);
}

/** Marks each port of the given rows with 1, within the intervals searched for. */
function marksOf(registry, rows, search) {
  const marks = new Uint8Array(PORTS);
  for (const row of rows) {
    for (const { over, ports = EVERYWHERE } of partsFinding(search, row)) {
      for (let port = Math.max(row.first, ports.first); port <= Math.min(row.last, ports.last); port++) {
        marks[port] ||= holds(registry, row, port, over) ? 1 : 0;
      }
    }
  }
  return marks;
}
