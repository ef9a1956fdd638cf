"use strict";

const TRANSPORTS = ["tcp", "udp", "sctp", "dccp"];
const PORTS = 65536;
const STATUSES = ["assigned", "reserved", "unassigned", "unlisted"];
const [ASSIGNED, , UNASSIGNED, UNLISTED] = STATUSES.keys();
/** The kinds of ports on the map; a port is of the first one that applies. The style is a colour of the style sheet. */
const KINDS = [
  { style: "with-reference", words: "assigned, cites a document" },
  { style: "without-reference", words: "assigned, cites no document" },
  { style: "reserved", words: "reserved" },
  { style: "unassigned", words: "unassigned" },
  { style: "unlisted", words: "unlisted" },
];
const EVERY_TRANSPORT = 15;
const TCP_AND_UDP = 3;

/** Reads the data in the page: JSON, compressed, in base64. */
async function readRegistry() {
  const bytes = Uint8Array.from(atob(document.getElementById("data").textContent), c => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const data = JSON.parse(await new Response(stream).text());
  const rows = rowsOf(data.columns);
  const statuses = statusesOf(rows);
  return { ...data, rows, statuses, portKinds: portKindsOf(rows, statuses) };
}

/** Each row combines rows of the registry that differ only in the transport. */
function rowsOf(columns) {
  let first = 0;
  return columns.serviceName.map((name, i) => {
    first += columns.step[i];
    const row = { number: i, name, first, last: first + columns.size[i] - 1, hasPorts: columns.size[i] > 0 };
    for (const column of ["over", "status", "description", "assignee", "contact", "registered", "modified",
      "references", "unauthorizedUse", "aliasOf"]) {
      row[column] = columns[column][i];
    }
    row.contact ??= row.assignee;
    row.text = [name, row.description, row.assignee, row.contact, ...row.references, row.unauthorizedUse, row.aliasOf]
      .join("\n").toLowerCase();
    return row;
  });
}

/** The status of each port and transport: assigned rows win over reserved ones, and these over unassigned ones. */
function statusesOf(rows) {
  const statuses = new Uint8Array(PORTS * TRANSPORTS.length).fill(UNLISTED);
  for (const row of rows) {
    for (let port = row.first; port <= row.last; port++) {
      for (let t = 0; t < TRANSPORTS.length; t++) {
        const place = port * TRANSPORTS.length + t;
        if (row.over >> t & 1 && row.status < statuses[place]) {
          statuses[place] = row.status;
        }
      }
    }
  }
  return statuses;
}

/** The kind of each port on the map, an index into KINDS: over any transport, and whether a row cites a document. */
function portKindsOf(rows, statuses) {
  const kinds = new Uint8Array(PORTS);
  for (let port = 0; port < PORTS; port++) {
    kinds[port] = 1 + Math.min(...statuses.subarray(port * TRANSPORTS.length, (port + 1) * TRANSPORTS.length));
  }
  for (const row of rows) {
    if (row.status === ASSIGNED && row.references.length > 0) {
      kinds.fill(0, row.first, row.last + 1);
    }
  }
  return kinds;
}

function statusOf(registry, port, transport) {
  return registry.statuses[port * TRANSPORTS.length + transport];
}

/** Whether a row applies to a port over any of the given transports. */
function holds(registry, row, port, over) {
  return TRANSPORTS.some((_, t) => row.over & over & 1 << t && statusOf(registry, port, t) === row.status);
}

/** The rows of a port, or null for unlisted, each with the transports that it applies to. */
function answersOf(registry, port) {
  const answers = new Map();
  const covering = registry.rows.filter(row => row.first <= port && port <= row.last);
  TRANSPORTS.forEach((keyword, t) => {
    const rows = statusOf(registry, port, t) === UNLISTED ? [null] : covering.filter(row => holds(registry, row, port, 1 << t));
    rows.forEach(row => answers.set(row, [...answers.get(row) ?? [], keyword]));
  });
  return answers;
}


/** The ports that are unassigned over tcp and udp, as intervals, within an interval. */
function freeBlocks(registry, within) {
  const blocks = [];
  for (let port = within.first; port <= within.last; port++) {
    if (statusOf(registry, port, 0) === UNASSIGNED && statusOf(registry, port, 1) === UNASSIGNED) {
      const block = blocks.at(-1);
      if (block?.last === port - 1) {
        block.last = port;
      } else {
        blocks.push({ first: port, last: port });
      }
    }
  }
  return blocks.sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
}

/** Parses the search into ports, transports and a condition for rows. Throws a message if it is not valid. */
function parseSearch(text) {
  let words = text.trim();
  const slash = words.lastIndexOf("/");
  const transport = slash < 0 ? -1 : TRANSPORTS.indexOf(words.slice(slash + 1).toLowerCase());
  const search = { isEmpty: words === "", ports: null, over: transport < 0 ? EVERY_TRANSPORT : 1 << transport,
    name: "", year: "", accepts: () => true };
  words = transport < 0 ? words : words.slice(0, slash).trim();
  const field = /^(year|person|cites)[:\s]\s*(.+)$/i.exec(words);
  const date = /^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$/.exec(words);
  const interval = /^(\d+)(?:\s*[-\u2013]\s*(\d+))?$/.exec(words);
  if (date || field?.[1].toLowerCase() === "year") {
    search.year = date ? words : yearOf(field[2]);
    search.accepts = row => row.registered.startsWith(search.year);
  } else if (field) {
    const wanted = field[2].toLowerCase();
    search.accepts = field[1].toLowerCase() === "person"
      ? row => row.assignee.toLowerCase().includes(wanted) || row.contact.toLowerCase().includes(wanted)
      : row => row.references.some(reference => reference.toLowerCase() === wanted.replace(/^rfc\s+/, "rfc"));
  } else if (interval) {
    search.ports = intervalOf(interval[1], interval[2] ?? interval[1]);
    search.accepts = row => row.hasPorts && row.first <= search.ports.last && row.last >= search.ports.first;
  } else {
    search.name = words.toLowerCase();
    const all = search.name.split(/\s+/);
    search.accepts = row => all.every(word => row.text.includes(word));
  }
  return search;
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

/** The rows that match the search and the filters; rows of the name searched for come first. */
function findRows(registry, search, filters) {
  const found = registry.rows.filter(row => row.over & search.over && search.accepts(row)
    && (!filters.unreferenced || row.status === ASSIGNED && row.references.length === 0)
    && (!filters.undated || row.status === ASSIGNED && row.registered === ""));
  const rank = row => row.name !== "" && row.name.toLowerCase() === search.name ? 0 : 1;
  return found.sort((a, b) => rank(a) - rank(b) || a.number - b.number);
}

/** Marks each port of the given rows with 1, within the interval searched for. */
function marksOf(registry, rows, search) {
  const marks = new Uint8Array(PORTS);
  const within = search.ports ?? { first: 0, last: PORTS - 1 };
  for (const row of rows) {
    for (let port = Math.max(row.first, within.first); port <= Math.min(row.last, within.last); port++) {
      marks[port] ||= holds(registry, row, port, search.over) ? 1 : 0;
    }
  }
  return marks;
}
