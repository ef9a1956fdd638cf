package example.flowlogs;

/**
 * What the registry says of the service side of a flow, as the job's columns have it. What a flow does not have is a
 * hyphen, as in the log.
 *
 * @param transport {@code tcp}, {@code udp}, {@code sctp}, {@code dccp}, or a hyphen
 * @param port the port of the service side, or -1
 * @param service the registered service, all of them where IANA's rows do not decide, or in parentheses why there is none
 * @param range {@code system}, {@code user}, {@code dynamic}, or a hyphen
 * @param state state of the port ({@code assigned}, {@code reserved}, {@code unassigned}, {@code unlisted}), or why the
 *     line has no port ({@code no-ports}, {@code nodata}, {@code skipdata}, {@code malformed})
 * @param finding {@code unassigned}, {@code dynamic}, {@code no-reference}, or a hyphen if the port is none of these
 */
record FlowLabel(String transport, int port, String service, String range, String state, String finding) {

    static final String NONE = "-";

    static final FlowLabel NO_PORTS = ofState("no-ports");
    static final FlowLabel NODATA = ofState("nodata");
    static final FlowLabel SKIPDATA = ofState("skipdata");
    static final FlowLabel MALFORMED = ofState("malformed");

    private static FlowLabel ofState(String state) {
        return new FlowLabel(NONE, FlowRecord.ABSENT, NONE, NONE, state, NONE);
    }
}
