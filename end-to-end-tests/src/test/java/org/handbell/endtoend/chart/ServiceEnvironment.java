package org.handbell.endtoend.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import tools.jackson.databind.JsonNode;

/// What a service of the chart would find at its start: the file that it brings, the chart's
/// settings on top, and the pod's environment above both, put together by Spring Boot itself.
final class ServiceEnvironment {

    private final String service;
    private final Map<String, String> variables;
    private final StandardEnvironment environment = new StandardEnvironment();

    /// @param folder where the chart's settings file is put
    ServiceEnvironment(Manifests manifests, String service, Path folder) {
        this.service = service;
        this.variables = variables(manifests.container(service));
        var file = folder.resolve("settings.yml");
        try {
            Files.writeString(file, manifests.settings(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var seen = new LinkedHashMap<String, Object>(variables);
        seen.put("SPRING_CONFIG_IMPORT", "file:" + file.toAbsolutePath());
        var sources = environment.getPropertySources();
        sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        sources.replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, seen));
        sources.addFirst(new MapPropertySource("test", Map.of("spring.config.name", service)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
    }

    /// As Kubernetes makes them: `$(NAME)` stands for an earlier one. A secret's value is its name
    /// and key.
    private static Map<String, String> variables(JsonNode container) {
        var all = new LinkedHashMap<String, String>();
        container
                .path("env")
                .valueStream()
                .forEach(one -> {
                    var secret = one.at("/valueFrom/secretKeyRef");
                    var value =
                            secret.isMissingNode()
                                    ? one.path("value").asString("handbell-pod-1")
                                    : secret.path("name").asString()
                                            + "/"
                                            + secret.path("key").asString();
                    for (var earlier : all.entrySet()) {
                        value = value.replace("$(" + earlier.getKey() + ")", earlier.getValue());
                    }
                    all.put(one.path("name").asString(), value);
                });
        return all;
    }

    Set<String> variables() {
        return variables.keySet();
    }

    String get(String key) {
        return environment.getRequiredProperty(key);
    }

    Binder binder() {
        return Binder.get(environment);
    }

    /// Names of what the chart's file sets.
    Set<String> set() {
        return environment.getPropertySources().stream()
                .filter(source -> source.getName().contains("settings.yml"))
                .flatMap(source ->
                        Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Binds every settings record of the service as its context would; fails where a record
    /// refuses a name or a value.
    ///
    /// @return names of what was bound
    Set<ConfigurationPropertyName> bound() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var known = new TreeSet<ConfigurationPropertyName>();
        var folder = service.equals("case-service") ? "cases" : service.replace("-service", "");
        for (var found : scanner.findCandidateComponents("org.handbell." + folder)) {
            bind(type(Objects.requireNonNull(found.getBeanClassName())), known);
        }
        return known;
    }

    private void bind(Class<?> type, Set<ConfigurationPropertyName> known) {
        var annotation =
                Objects.requireNonNull(
                        AnnotatedElementUtils.getMergedAnnotation(
                                type, ConfigurationProperties.class));
        BindHandler handler = new Listening(known);
        if (!annotation.ignoreUnknownFields()) {
            handler = new NoUnboundElementsBindHandler(handler);
        }
        binder().bindOrCreate(annotation.prefix(), Bindable.of(type), handler);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Listening(Set<ConfigurationPropertyName> known) implements BindHandler {

        @Override
        public Object onSuccess(
                ConfigurationPropertyName name,
                Bindable<?> target,
                BindContext context,
                Object result) {
            known.add(name);
            return result;
        }
    }
}
