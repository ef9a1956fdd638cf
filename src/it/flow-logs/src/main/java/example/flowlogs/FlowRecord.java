package example.flowlogs;

import java.util.Optional;

/**
 * One record of a VPC flow log in the default layout, version 2: what of it is needed to label and to count it.
 *
 * <p>A port or protocol that the log has as {@code -} is {@link #ABSENT}; packets and bytes that it has so are 0.
 *
 * @param status whether the record is of a flow
 * @param protocol IANA's protocol number, 0 to 255, or ABSENT
 * @param sourcePort 0 to 65535, or ABSENT
 * @param destinationPort 0 to 65535, or ABSENT
 * @param packets number of packets, at most 15 digits
 * @param bytes number of bytes, at most 15 digits
 */
record FlowRecord(Status status, int protocol, int sourcePort, int destinationPort, long packets, long bytes) {

    /** The record's last field. */
    enum Status {
        /** A flow. */
        OK,
        /** No traffic in the time of the record. */
        NODATA,
        /** Records were left out in the time of the record. */
        SKIPDATA
    }

    static final int ABSENT = -1;

    /** The first line of every file that is delivered to S3. */
    static final String HEADER = "version account-id interface-id srcaddr dstaddr srcport dstport protocol"
            + " packets bytes start end action log-status";

    private static final String VERSION = "2 ";
    private static final int SOURCE_PORT = 5;
    private static final int DESTINATION_PORT = 6;
    private static final int PROTOCOL = 7;
    private static final int PACKETS = 8;
    private static final int BYTES = 9;
    private static final int STATUS = 13;
    private static final int FIELDS = 14;

    /** Ten thousand records of this size still add up in a long. */
    private static final long MOST = 999_999_999_999_999L;

    private static final int MOST_DIGITS = 15;
    private static final long MALFORMED = -2;

    /**
     * Reads a line, other than the header. Digits are ASCII.
     *
     * @param line the line, without its end
     * @return the record, or empty if the line is malformed: not version 2, not 14 fields with one blank between them,
     *     a number that is none or out of range, an unknown status
     */
    static Optional<FlowRecord> parse(String line) {
        int[] starts = new int[FIELDS + 1];
        if (!line.startsWith(VERSION) || !split(line, starts)) {
            return Optional.empty();
        }
        Status status = status(line, starts[STATUS]);
        long sourcePort = number(line, starts, SOURCE_PORT, 65535);
        long destinationPort = number(line, starts, DESTINATION_PORT, 65535);
        long protocol = number(line, starts, PROTOCOL, 255);
        long packets = number(line, starts, PACKETS, MOST);
        long bytes = number(line, starts, BYTES, MOST);
        boolean isMalformed = status == null
                || sourcePort == MALFORMED
                || destinationPort == MALFORMED
                || protocol == MALFORMED
                || packets == MALFORMED
                || bytes == MALFORMED;
        return isMalformed
                ? Optional.empty()
                : Optional.of(new FlowRecord(
                        status,
                        (int) protocol,
                        (int) sourcePort,
                        (int) destinationPort,
                        Math.max(packets, 0),
                        Math.max(bytes, 0)));
    }

    /** Notes where the fields start, and where one more would; returns whether there are as many as there should be. */
    private static boolean split(String line, int[] starts) {
        int field = 0;
        for (int blank = line.indexOf(' '); blank >= 0; blank = line.indexOf(' ', blank + 1)) {
            if (blank == starts[field] || field == FIELDS - 1) {
                return false;
            }
            starts[++field] = blank + 1;
        }
        starts[FIELDS] = line.length() + 1;
        return field == FIELDS - 1;
    }

    private static Status status(String line, int start) {
        for (Status status : Status.values()) {
            String word = status.name();
            if (line.length() - start == word.length() && line.endsWith(word)) {
                return status;
            }
        }
        return null;
    }

    private static long number(String line, int[] starts, int field, long most) {
        int start = starts[field];
        int end = starts[field + 1] - 1;
        if (end - start == 1 && line.charAt(start) == '-') {
            return ABSENT;
        }
        if (start == end || end - start > MOST_DIGITS) {
            return MALFORMED;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            char digit = line.charAt(i);
            if (digit < '0' || digit > '9') {
                return MALFORMED;
            }
            value = 10 * value + (digit - '0');
        }
        return value <= most ? value : MALFORMED;
    }
}
