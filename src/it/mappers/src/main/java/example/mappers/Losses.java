package example.mappers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import io.github.portregistry.Edition;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.PortsByTransport;
import io.github.portregistry.RegistryDiff;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Shows what the mappers lose or make up without the guide's module, and which settings make an error of it. */
final class Losses {

    private static final List<String> INCOMPLETE = List.of("{\"last\":443}", "{}");

    private Losses() {}

    static void show(JsonMapper jackson3, ObjectMapper jackson2) throws Exception {
        PortRegistry registry = PortRegistry.bundled();
        RegistryDiff diff = RegistryDiff.between(PortRegistry.of(List.of()), registry);
        JsonMapper plain3 = new JsonMapper();
        ObjectMapper plain2 = new ObjectMapper();
        for (Object value : List.of(PortSet.of(80), PortsByTransport.parse("tcp 22"), diff)) {
            String type = value.getClass().getSimpleName();
            show("Jackson 3, " + type, () -> plain3.writeValueAsString(value));
            show("Jackson 2, " + type, () -> plain2.writeValueAsString(value));
            show("Jackson 3 with the module, " + type, () -> jackson3.writeValueAsString(value));
            show("Jackson 2 with the module, " + type, () -> jackson2.writeValueAsString(value));
        }

        Edition edition = registry.edition();
        String json = plain3.writeValueAsString(edition);
        show("Jackson 3, edition", () -> plain3.readValue(json, Edition.class).equals(edition) + " " + json);
        String older = plain2.writeValueAsString(edition);
        show("Jackson 2, edition", () -> plain2.readValue(older, Edition.class).equals(edition) + " " + older);

        JsonMapper strict3 = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
        ObjectMapper strict2 = new ObjectMapper()
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        for (String interval : INCOMPLETE) {
            show("Gson, " + interval, () -> new Gson().fromJson(interval, PortInterval.class));
            show("Jackson 3, " + interval, () -> plain3.readValue(interval, PortInterval.class));
            show("Jackson 2, " + interval, () -> plain2.readValue(interval, PortInterval.class));
            show("Jackson 3, strict, " + interval, () -> strict3.readValue(interval, PortInterval.class));
            show("Jackson 2, strict, " + interval, () -> strict2.readValue(interval, PortInterval.class));
        }

        show("Spring Boot, 22", () -> bound(Map.of("ports", 22)));
        show("Spring Boot, '22'", () -> bound(Map.of("ports", "22")));
    }

    private static PortSet bound(Map<String, ?> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("ports", PortSet.class)
                .get();
    }

    private static void show(String what, Callable<?> call) {
        String outcome;
        try {
            outcome = call.call().toString();
        } catch (Exception e) {
            outcome = "refused by " + e.getClass().getSimpleName();
        }
        System.out.println(what + ": " + outcome);
    }
}
