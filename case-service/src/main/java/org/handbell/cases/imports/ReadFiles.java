package org.handbell.cases.imports;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Register;
import org.springframework.stereotype.Component;

/// Reads the files of an import against the register as it stands.
@Component
class ReadFiles {

    /// Parts of OneRoster that are of no use here.
    private static final Set<String> PASSED_OVER =
            Set.of(
                    "manifest.csv",
                    "categories.csv",
                    "classResources.csv",
                    "courseResources.csv",
                    "courses.csv",
                    "demographics.csv",
                    "lineItems.csv",
                    "resources.csv",
                    "results.csv",
                    "scoreScales.csv",
                    "userProfiles.csv",
                    "userResources.csv");

    private final Register register;
    private final Members members;
    private final People people;

    ReadFiles(Register register, Members members, People people) {
        this.register = register;
        this.members = members;
        this.people = people;
    }

    Incoming read(Map<String, String> texts, Faults faults) {
        var oneRoster = texts.containsKey("users.csv");
        texts.keySet().stream()
                .filter(name -> !fits(name, oneRoster))
                .forEach(name ->
                        faults.add(
                                Line.shown(name).equals("that value") ? "a file" : name,
                                0,
                                "",
                                "is none of the files that can be read: "
                                        + SimpleFile.names()
                                        + "; or those of OneRoster"));
        if (texts.isEmpty() && faults.none()) {
            faults.add("the upload", 0, "", "holds no CSV file");
        }
        var known = new Known(people.academies(), members.members(), pupils());
        return oneRoster
                ? new ReadOneRoster(known, faults).from(only(texts, ReadOneRoster.FILES))
                : new ReadSimple(known, register::idOf).from(texts, faults);
    }

    private static boolean fits(String name, boolean oneRoster) {
        return oneRoster
                ? ReadOneRoster.FILES.contains(name) || PASSED_OVER.contains(name)
                : SimpleFile.named(name).isPresent();
    }

    private static Map<String, String> only(Map<String, String> texts, Set<String> names) {
        return texts.entrySet().stream()
                .filter(text -> names.contains(text.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<String> pupils() {
        return new HashSet<>(register.ids("PUPIL"));
    }
}
