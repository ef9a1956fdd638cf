package jnr.netdb;

/** jnr-netdb's own table, which it asks where the system has no services file; only its package can reach it. */
public final class JnrTable {

    private JnrTable() {}

    /** Returns the name of a service, or null. */
    public static String name(int port, String transport) {
        Service service = IANAServicesDB.getInstance().getServiceByPort(port, transport);
        return service == null ? null : service.getName();
    }
}
