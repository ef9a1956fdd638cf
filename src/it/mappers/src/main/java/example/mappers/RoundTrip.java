package example.mappers;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.PortsByTransport;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Writes all rows of the registry, and ports, with each mapper, and reads them again; binds the same from properties. */
public final class RoundTrip {

    private RoundTrip() {}

    public record Kept(List<PortAssignment> rows, PortSet set, PortsByTransport ports, PortInterval interval) {}

    private static Kept kept(List<PortAssignment> rows) {
        return new Kept(
                rows,
                PortSet.parse("22,80,6000-6063"),
                PortsByTransport.parse("tcp 22,53; udp 53"),
                PortInterval.parse("6000-6063"));
    }

    public static void main(String[] args) throws Exception {
        Kept kept = kept(PortRegistry.bundled().assignments());

        JsonMapper mapper = JsonMapper.builder()
                .addModule(new SimpleModule()
                        .addSerializer(PortSet.class, ToStringSerializer.instance)
                        .addSerializer(PortsByTransport.class, ToStringSerializer.instance))
                .build();
        String json = mapper.writeValueAsString(kept);
        report("Jackson 3", kept, json, mapper.readValue(json, Kept.class));

        var older = new com.fasterxml.jackson.databind.ObjectMapper();
        var asText = com.fasterxml.jackson.databind.ser.std.ToStringSerializer.instance;
        older.registerModule(new com.fasterxml.jackson.databind.module.SimpleModule()
                .addSerializer(PortSet.class, asText)
                .addSerializer(PortsByTransport.class, asText));
        json = older.writeValueAsString(kept);
        report("Jackson 2", kept, json, older.readValue(json, Kept.class));

        Gson gson = new GsonBuilder()
                .registerTypeAdapter(PortSet.class, asText(PortSet::valueOf))
                .registerTypeAdapter(PortsByTransport.class, asText(PortsByTransport::valueOf))
                .create();
        json = gson.toJson(kept);
        report("Gson", kept, json, gson.fromJson(json, Kept.class));

        Properties properties = new Properties();
        try (InputStream in = RoundTrip.class.getResourceAsStream("/kept.properties")) {
            properties.load(in);
        }
        Binder binder = new Binder(new MapConfigurationPropertySource(properties));
        Kept few =
                kept(List.of(PortAssignment.of("billing", PortInterval.of(49100), TransportProtocol.TCP, "Billing")));
        report("Spring Boot", few, "", binder.bind("kept", Kept.class).get());

        Losses.show(mapper, older);
    }

    /** Writes a type as its text, and makes values of such texts. */
    private static <T> TypeAdapter<T> asText(Function<String, T> valueOf) {
        return new TypeAdapter<T>() {
            @Override
            public void write(JsonWriter out, T value) throws IOException {
                out.value(value.toString());
            }

            @Override
            public T read(JsonReader in) throws IOException {
                return valueOf.apply(in.nextString());
            }
        }.nullSafe();
    }

    private static void report(String mapper, Kept kept, String json, Kept read) {
        System.out.println(mapper + (read.equals(kept) ? ": equal, " : ": different, ")
                + read.rows().size() + " rows" + json.replaceFirst(".*],", ", "));
    }
}
