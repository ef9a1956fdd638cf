package example.firewall;

import io.github.portregistry.PortRegistry;
import io.github.portregistry.ServicesFileWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Generates what a policy file means: {@code java -jar firewall-generator.jar policy.fw FOLDER}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: java -jar firewall-generator.jar POLICY FOLDER");
            System.exit(2);
        }
        try {
            generate(Path.of(args[0]), Path.of(args[1]));
        } catch (PolicyException e) {
            System.err.println(args[0] + ", " + e.getMessage());
            System.exit(1);
        }
    }

    /** All texts are made before the first file is written: a policy with a fault in it changes nothing. */
    static void generate(Path policyFile, Path folder) throws IOException, PolicyException {
        Policy policy = Policy.read(policyFile, PortRegistry.bundled());
        String nftables = NftablesWriter.write(policy);
        String iptables = IptablesWriter.write(policy);
        StringBuilder services = new StringBuilder();
        ServicesFileWriter.write(policy.registry(), services);

        Files.createDirectories(folder);
        Files.writeString(folder.resolve("firewall.nft"), nftables);
        Files.writeString(folder.resolve("firewall.iptables"), iptables);
        Files.writeString(folder.resolve("services"), services);
    }
}
