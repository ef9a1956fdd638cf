/** What the page shows, as the fragment of its address: the search, the filters and the port if one is selected. */
function addressOf({ search, filters, port }) {
  const fields = new URLSearchParams();
  const shown = Object.keys(filters).filter(name => filters[name]).join();
  for (const [name, value] of Object.entries({ search, show: shown, port: port ?? "" })) {
    if (value !== "") {
      fields.set(name, value);
    }
  }
  return "#" + String(fields).replace(/%(2C|2F|3A)/g, decodeURIComponent);
}

/** What a fragment shows. One without a field is a port or else a search, as in #22 and #mysql. */
function readAddress(fragment) {
  const text = fragment.slice(1);
  const fields = new URLSearchParams(/^(search|show|port)=/.test(text) ? text : (/^\d+$/.test(text) ? "port=" : "search=") + text);
  const port = /^\d{1,5}$/.test(fields.get("port")) ? Number(fields.get("port")) : PORTS;
  return { search: fields.get("search") ?? "", port: port < PORTS ? port : null,
    filters: Object.fromEntries((fields.get("show") ?? "").split(",").filter(Boolean).map(name => [name, true])) };
}
