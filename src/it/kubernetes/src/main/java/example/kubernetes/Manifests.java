package example.kubernetes;

import example.firewall.Policy;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortsByTransport;
import io.github.portregistry.TransportProtocol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a policy means for the pods whose label {@code app} has a value. */
final class Manifests {

    /** A Service's endpoints come in slices, and each lists all its ports: 100 at most. */
    private static final int MAX_SERVICE_PORTS = 100;

    private Manifests() {}

    /** Returns what lets in whatever the policy allows, from anywhere, and nothing else. */
    static NetworkPolicy networkPolicy(Policy policy, String app) {
        List<NetworkPolicyPort> ports = new ArrayList<>();
        checked(policy).asMap().forEach((transport, set) -> {
            for (PortInterval interval : set.intervals()) {
                ports.add(new NetworkPolicyPortBuilder()
                        .withProtocol(transport.name())
                        .withPort(new IntOrString(interval.first()))
                        .withEndPort(interval.size() == 1 ? null : interval.last())
                        .build());
            }
        });
        NetworkPolicyIngressRule rule =
                new NetworkPolicyIngressRuleBuilder().withPorts(ports).build();
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName(app)
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .addToMatchLabels("app", app)
                .endPodSelector()
                .withPolicyTypes("Ingress")
                .withIngress(ports.isEmpty() ? List.of() : List.of(rule)) // without ports, it lets in everything
                .endSpec()
                .build();
    }

    /** Returns the Service that has the ports of the policy, which it has to list one by one. */
    static Service service(Policy policy, String app) {
        List<ServicePort> ports = new ArrayList<>();
        checked(policy)
                .asMap()
                .forEach((transport, set) -> set.ports()
                        .limit(MAX_SERVICE_PORTS + 1)
                        .forEach(port -> ports.add(servicePort(policy.registry(), port, transport))));
        if (ports.isEmpty() || ports.size() > MAX_SERVICE_PORTS) {
            throw new IllegalArgumentException("a Service has 1 to " + MAX_SERVICE_PORTS
                    + " ports, and the policy allows " + (ports.isEmpty() ? "none" : "more"));
        }
        if (ports.size() > 1) {
            nameApart(ports);
        }
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(app)
                .endMetadata()
                .withNewSpec()
                .addToSelector("app", app)
                .withPorts(ports)
                .endSpec()
                .build();
    }

    private static ServicePort servicePort(PortRegistry registry, int port, TransportProtocol transport) {
        return new ServicePortBuilder()
                .withName(PortNaming.registered(registry, port, transport).orElse(null))
                .withProtocol(transport.name())
                .withPort(port)
                .build();
    }

    /** Several ports need names that differ, and {@code domain} is the name of two, {@code http-alt} of three. */
    private static void nameApart(List<ServicePort> ports) {
        List<String> names = ports.stream().map(ServicePort::getName).toList();
        for (ServicePort port : ports) {
            if (port.getName() == null || Collections.frequency(names, port.getName()) > 1) {
                port.setName(PortNaming.numbered(port.getPort(), TransportProtocol.valueOf(port.getProtocol())));
            }
        }
    }

    /** Returns what a policy allows, if Kubernetes has such ports. */
    private static PortsByTransport checked(Policy policy) {
        policy.allowed().asMap().forEach((transport, set) -> {
            if (transport == TransportProtocol.DCCP) {
                throw new IllegalArgumentException(
                        "dccp " + set + " is allowed, and Kubernetes has TCP, UDP and SCTP alone");
            }
            if (set.contains(0)) {
                throw new IllegalArgumentException("port 0 is allowed, but Kubernetes accepts only 1 to 65535");
            }
        });
        return policy.allowed();
    }
}
