package example.osgi;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Starts a framework and all bundles of a folder in it: {@code Launcher BUNDLES STORAGE}. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> configuration = Map.of(
                Constants.FRAMEWORK_STORAGE,
                args[1],
                Constants.FRAMEWORK_STORAGE_CLEAN,
                Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(configuration);
        framework.start();
        try {
            List<Bundle> bundles = new ArrayList<>();
            for (File jar : new File(args[0]).listFiles()) {
                bundles.add(
                        framework.getBundleContext().installBundle(jar.toURI().toString()));
            }
            for (Bundle bundle : bundles) {
                bundle.start();
            }
        } finally {
            framework.stop(); // its threads would keep the process alive
            framework.waitForStop(0);
        }
    }
}
