package io.github.portregistry.benchmark;

import io.fabric8.ianaservicehelper.Helper;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import jnr.netdb.JnrTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.pcap4j.packet.namednumber.TcpPort;
import org.pcap4j.packet.namednumber.UdpPort;

/** The peers, asked for the {@link Questions#NAMED} ports as their own users would ask, and for names in lower case. */
@State(Scope.Benchmark)
public class PeerLookups {

    private static final int COUNT = PortLookups.COUNT;

    private int[] ports;
    private TransportProtocol[] transports;
    private String[] names;

    @Setup
    public void setUp() {
        PortRegistry registry = MeasuredEdition.registry();
        int[] packed = Questions.NAMED.packed(COUNT, registry);
        ports = Questions.ports(packed);
        transports = Questions.transports(packed);
        names = NameLookups.Asked.LOWER.names(registry);
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void fabric8(Blackhole hole) throws IOException {
        for (int i = 0; i < COUNT; i++) {
            hole.consume(Helper.serviceNames(ports[i], transports[i].keyword()));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void jnrTable(Blackhole hole) {
        for (int i = 0; i < COUNT; i++) {
            hole.consume(JnrTable.name(ports[i], transports[i].keyword()));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void pcap4j(Blackhole hole) {
        for (int i = 0; i < COUNT; i++) {
            short port = (short) ports[i];
            hole.consume(
                    transports[i] == TransportProtocol.TCP
                            ? TcpPort.getInstance(port).name()
                            : UdpPort.getInstance(port).name());
        }
    }

    @Benchmark
    @OperationsPerInvocation(NameLookups.COUNT)
    public void fabric8ByName(Blackhole hole) throws IOException {
        for (String name : names) {
            hole.consume(Helper.servicePorts(name));
        }
    }
}
