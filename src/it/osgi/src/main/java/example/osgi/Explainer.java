package example.osgi;

import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Asks the registry when its bundle starts. */
public final class Explainer implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        PortRegistry registry = PortRegistry.bundled();
        System.out.println(registry.findByPort(443, TransportProtocol.TCP) + ", answered by "
                + FrameworkUtil.getBundle(PortRegistry.class));
    }

    @Override
    public void stop(BundleContext context) {}
}
