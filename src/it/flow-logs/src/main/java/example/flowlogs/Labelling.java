package example.flowlogs;

/** A way to label flows; many threads may use it at once. */
interface Labelling {

    /**
     * Chooses the port of the service side.
     *
     * @param flow a record of a flow
     * @return one of its two ports, or {@link FlowRecord#ABSENT} if it has none, or if its protocol has no ports
     */
    int servicePort(FlowRecord flow);

    /**
     * Labels the port of a service side.
     *
     * @param protocol IANA's protocol number of a transport
     * @param port a port that was chosen for it
     * @return its label
     */
    FlowLabel label(int protocol, int port);
}
