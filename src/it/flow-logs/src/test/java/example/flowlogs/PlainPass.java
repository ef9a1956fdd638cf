package example.flowlogs;

import static java.util.Comparator.comparing;

import example.flowlogs.JobOutput.Finding;
import example.flowlogs.JobOutput.Service;
import example.flowlogs.JobOutput.Sum;
import io.github.portregistry.PortRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The same report without Spark: one thread, one line after the other. What the job is held to. */
final class PlainPass {

    private final Labelling labelling;
    private final Map<FlowLabel, Sum> sums = new HashMap<>();
    private final Map<String, Long> malformed = new HashMap<>();

    private PlainPass(Labelling labelling) {
        this.labelling = labelling;
    }

    /** Reads the files of a folder. */
    static JobOutput of(PortRegistry registry, Path folder) throws IOException {
        PlainPass pass = new PlainPass(new RegistryLabelling(registry));
        List<Path> files;
        try (Stream<Path> listing = Files.list(folder)) {
            files = listing.sorted().toList();
        }
        for (Path file : files) {
            try (BufferedReader reader = open(file)) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (!line.equals(FlowRecord.HEADER)) {
                        pass.add(line);
                    }
                }
            }
        }
        return new JobOutput(pass.services(), pass.findings(), pass.malformed);
    }

    static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    private void add(String line) {
        Optional<FlowRecord> parsed = FlowRecord.parse(line);
        if (parsed.isPresent()) {
            FlowRecord flow = parsed.get();
            sums.merge(label(flow, labelling), new Sum(1, flow.packets(), flow.bytes()), Sum::plus);
        } else {
            sums.merge(FlowLabel.ofPortless(FlowLabel.MALFORMED), new Sum(1, 0, 0), Sum::plus);
            malformed.merge(line, 1L, Long::sum);
        }
    }

    /** Labels a record. */
    static FlowLabel label(FlowRecord flow, Labelling labelling) {
        int port = flow.status() == FlowRecord.Status.OK ? labelling.servicePort(flow) : FlowRecord.ABSENT;
        return port == FlowRecord.ABSENT
                ? FlowLabel.ofPortless(FlowLabel.portless(flow.status()))
                : labelling.label(flow.protocol(), port);
    }

    private Map<Service, Sum> services() {
        Map<Service, Sum> services = new HashMap<>();
        sums.forEach((label, sum) ->
                services.merge(new Service(label.service(), label.range(), label.state()), sum, Sum::plus));
        return services;
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (String finding : List.of("dynamic", "no-reference", "unassigned")) {
            Comparator<FlowLabel> order = comparing(
                            (FlowLabel label) -> -sums.get(label).flows())
                    .thenComparing(FlowLabel::port)
                    .thenComparing(FlowLabel::transport);
            List<FlowLabel> top = sums.keySet().stream()
                    .filter(label -> label.finding().equals(finding))
                    .sorted(order)
                    .limit(FlowReport.TOP)
                    .toList();
            for (FlowLabel label : top) {
                findings.add(new Finding(
                        finding,
                        top.indexOf(label) + 1,
                        label.port(),
                        label.transport(),
                        label.service(),
                        sums.get(label)));
            }
        }
        return findings;
    }
}
