package example.flowlogs;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * One record of a VPC flow log in the default layout, version 2: the fields that are needed to label and count it.
 *
 * @param protocol IANA's protocol number, 0 to 255, or {@link #ABSENT}
 * @param sourcePort 0 to 65535, or {@link #ABSENT}
 * @param destinationPort 0 to 65535, or {@link #ABSENT}
 * @param packets number of packets, 0 if the log has none
 * @param bytes number of bytes, 0 if the log has none
 */
record FlowRecord(int protocol, int sourcePort, int destinationPort, long packets, long bytes) {

    static final int ABSENT = -1;

    /** The first line of every file that is delivered to S3. */
    static final String HEADER = "version account-id interface-id srcaddr dstaddr srcport dstport protocol"
            + " packets bytes start end action log-status";

    private static final Set<String> STATUSES = Set.of("OK", "NODATA", "SKIPDATA");

    /** Thousands of records with this many bytes still add up in a long. */
    private static final long MOST = 999_999_999_999_999L;

    private static final long MALFORMED = -2;

    /**
     * Reads a line other than the header.
     *
     * @param line the line, without its end
     * @return the record, or empty if the line is malformed: not version 2, not 14 fields with one blank between them,
     *     an unknown status, or a number that has other characters than ASCII digits or is out of range
     */
    static Optional<FlowRecord> parse(String line) {
        String[] fields = line.split(" ", -1);
        if (fields.length != 14
                || !fields[0].equals("2")
                || !STATUSES.contains(fields[13])
                || Arrays.asList(fields).contains("")) {
            return Optional.empty();
        }
        long source = number(fields[5], 65535, ABSENT);
        long destination = number(fields[6], 65535, ABSENT);
        long protocol = number(fields[7], 255, ABSENT);
        long packets = number(fields[8], MOST, 0);
        long bytes = number(fields[9], MOST, 0);
        if (Math.min(Math.min(source, destination), Math.min(protocol, Math.min(packets, bytes))) == MALFORMED) {
            return Optional.empty();
        }
        return Optional.of(new FlowRecord((int) protocol, (int) source, (int) destination, packets, bytes));
    }

    private static long number(String field, long most, long absent) {
        if (field.equals("-")) {
            return absent;
        }
        long value = 0;
        for (int i = 0; i < field.length(); i++) {
            char digit = field.charAt(i);
            value = 10 * value + digit - '0';
            if (digit < '0' || digit > '9' || value > most) {
                return MALFORMED;
            }
        }
        return value;
    }
}
