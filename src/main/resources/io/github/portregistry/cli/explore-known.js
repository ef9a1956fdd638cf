/** Ports that the map names, the most important first: each with its service, and what people call that. */
const WELL_KNOWN = [
  [80, "http"], [443, "https"], [22, "ssh"], [53, "domain", "DNS"], [25, "smtp"], [3306, "mysql"], [5432, "postgresql"],
  [3389, "ms-wbt-server", "remote desktop"], [8080, "http-alt"], [123, "ntp"], [5900, "rfb", "VNC"],
  [445, "microsoft-ds", "file sharing"], [6379, "redis"], [27017, "mongodb"], [1883, "mqtt"], [5060, "sip"], [993, "imaps"],
  [2049, "nfs"], [9100, "pdl-datastream", "printers"], [11211, "memcache"], [32400, "plex"],
];

/** Registered names by which most people mean something else, or elsewhere, and its ports if it has any of its own. */
const OFTEN_MEANT = new Map(Object.entries({
  afs: ["the Andrew File System", "7000-7009"],
  audit: ["the audit daemon of Linux", "60"],
  ceph: ["Ceph's older protocol", "6789"],
  cifs: ["Windows file sharing", "445"],
  heartbeat: ["Heartbeat of Linux-HA", "694"],
  "http-alt": ["a second web server", "8080"],
  icp: ["the Internet Cache Protocol", "3130"],
  irc: ["Internet Relay Chat as it is run", "6667"],
  iscsi: ["iSCSI targets", "3260"],
  jms: ["the Java Message Service, which has no port of its own", ""],
  nomad: ["HashiCorp Nomad", "4646"],
  oracle: ["Oracle's database", "1521"],
  otlp: ["OpenTelemetry", "4317"],
  ptp: ["the Precision Time Protocol", "319-320"],
  radius: ["RADIUS accounting as well", "1813"],
  sftp: ["file transfer over SSH", "22"],
  slp: ["the Service Location Protocol", "427"],
  spice: ["SPICE, the remote display", "5900"],
  weave: ["Weave Net", "6783"],
  winrm: ["Windows Remote Management as it is run", "5985"],
  wins: ["WINS as it is run", "42"],
}));

const RANGE_MEANINGS = ["for the basic services of the internet", "for any software that registers one",
  "never registered: anyone may use them for a time"];
