package example.kubernetes;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import example.firewall.Policy;
import example.firewall.PolicyException;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.Texts;
import java.io.IOException;
import java.nio.file.Path;

/** Prints what a policy file means in Kubernetes: {@code java -jar kubernetes.jar NetworkPolicy policy.fw web}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println("usage: java -jar kubernetes.jar NetworkPolicy|Service POLICY APP");
            System.exit(2);
        }
        try {
            System.out.print(generate(args[0], Path.of(args[1]), args[2]));
        } catch (PolicyException | IllegalArgumentException e) {
            System.err.println(args[1] + ", " + e.getMessage());
            System.exit(1);
        }
    }

    static String generate(String kind, Path policyFile, String app) throws IOException, PolicyException {
        if (!app.matches("[a-z]([a-z0-9-]{0,61}[a-z0-9])?")) {
            throw new IllegalArgumentException(Texts.quoted(app) + " is not the name of a Service");
        }
        Policy policy = Policy.read(policyFile, PortRegistry.bundled());
        return new YAMLMapper()
                .writeValueAsString(
                        switch (kind) {
                            case "NetworkPolicy" -> Manifests.networkPolicy(policy, app);
                            case "Service" -> Manifests.service(policy, app);
                            default ->
                                throw new IllegalArgumentException(
                                        Texts.quoted(kind) + " is not NetworkPolicy or Service");
                        });
    }
}
