package org.handbell.test;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/// The rules of the house that a machine can check. Each service runs them with
/// `ArchTests.in(HouseRules.class)`.
public final class HouseRules {

    private static final String EDGES =
            ".*(Jdbc|Kafka|Micronaut|Jackson|Yaml|Spring|Smtp|Onnx)[A-Za-z]*(\\$.*)?"
                    + "|.*(Client|Controller|Stream|Listener|Configuration|Settings|Metrics|Application|Health|Page|Filter|Advice|Tasks)(\\$.*)?";

    private HouseRules() {}

    @ArchTest
    static final ArchRule time_identity_and_chance_come_from_outside =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*(Configuration|Application)(\\$.*)?")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .because("a test must be able to set the clock")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule meters_live_in_metrics =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*(Metrics|Configuration)(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("io.micrometer.core.instrument.MeterRegistry")
                    .because("each figure lives in one place")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule settings_are_records_named_so =
            classes()
                    .that()
                    .areAnnotatedWith(
                            "org.springframework.boot.context.properties.ConfigurationProperties")
                    .should()
                    .beRecords()
                    .andShould()
                    .haveSimpleNameEndingWith("Settings")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule technology_stays_at_the_edges =
            noClasses()
                    .that()
                    .haveNameNotMatching(EDGES)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "org.springframework.kafka..",
                                    "org.springframework.jdbc..",
                                    "org.springframework.web..",
                                    "org.springframework.mail..",
                                    "org.apache.kafka..",
                                    "io.micronaut..",
                                    "java.sql.."))
                    .because("the technology is in the class name")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule adapters_are_package_private =
            noClasses()
                    .that()
                    .haveSimpleNameStartingWith("Jdbc")
                    .or()
                    .haveSimpleNameStartingWith("Kafka")
                    .should()
                    .bePublic()
                    .because("callers know the port, not the adapter")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule names_say_something =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto)(\\$.*)?")
                    .because("a name says what the school calls it")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule a_service_knows_no_other_service =
            classes()
                    .that(alwaysTrue())
                    .should(new OwnServiceOnly())
                    .because("services share the contract alone")
                    .allowEmptyShould(true);

    @ArchTest static final ArchRule no_field_injection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest static final ArchRule no_standard_streams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest static final ArchRule no_java_util_logging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    private static final class OwnServiceOnly extends ArchCondition<JavaClass> {

        private static final List<String> SERVICES =
                List.of("ingest", "analysis", "cases", "notification");

        OwnServiceOnly() {
            super("depend on no other service");
        }

        @Override
        public void check(JavaClass item, ConditionEvents events) {
            var own = service(item);
            item.getDirectDependenciesFromSelf().stream()
                    .filter(d -> !service(d.getTargetClass()).isEmpty())
                    .filter(d -> !own.isEmpty() && !service(d.getTargetClass()).equals(own))
                    .forEach(d ->
                            events.add(SimpleConditionEvent.violated(item, d.getDescription())));
        }

        private static String service(JavaClass type) {
            return SERVICES.stream()
                    .filter(s -> type.getPackageName().startsWith("org.handbell." + s))
                    .findFirst()
                    .orElse("");
        }
    }
}
