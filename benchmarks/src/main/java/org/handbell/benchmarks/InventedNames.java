package org.handbell.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Names of people who do not exist: a few given names are common and most are rare, as in life;
/// some are everyday words as well.
final class InventedNames {

    private static final List<String> COMMON =
            List.of(
                    "Amelia",
                    "Noah",
                    "Grace",
                    "Theo",
                    "Zara",
                    "Will",
                    "Rose",
                    "Hamza",
                    "Ivy",
                    "Leo",
                    "May",
                    "Oscar",
                    "Freya",
                    "Jack",
                    "Aisha",
                    "Hunter",
                    "Poppy",
                    "Sam",
                    "Elodie",
                    "Max",
                    "Hope",
                    "Rayan",
                    "Daisy",
                    "Kit",
                    "Maryam",
                    "Finn",
                    "Summer",
                    "Joe",
                    "Zuzanna",
                    "Mark",
                    "Siân",
                    "Anne-Marie",
                    "Luca",
                    "Holly",
                    "Dan",
                    "Willow",
                    "Tom",
                    "Chloë",
                    "Alex",
                    "Esme");
    private static final List<String> WORDS =
            List.of("Marsh", "Woods", "Hill", "Young", "Walker", "King", "Banks", "Fields");
    private static final String[] STARTS = {
        "Al", "Bran", "Cor", "Dun", "El", "Fen", "Gar", "Hal", "Is", "Jor", "Kel", "Lor", "Mar",
        "Nor", "Or", "Pel", "Quin", "Ros", "Sel", "Tor", "Ul", "Var", "Wen", "Yor", "Zel"
    };
    private static final String[] MIDDLES = {
        "a", "an", "ber", "da", "e", "en", "i", "la", "li", "mon", "na", "o", "ra", "ri", "ro", "u"
    };
    private static final String[] ENDS = {
        "by", "combe", "den", "field", "ford", "gate", "ham", "ley", "mere", "more", "ness", "shaw",
        "stead", "thorpe", "ton", "well", "wick", "worth"
    };

    private final Random chance;

    InventedNames(Random chance) {
        this.chance = chance;
    }

    List<String> people(int count) {
        var people = new ArrayList<String>(count);
        for (var i = 0; i < count; i++) {
            people.add(given() + " " + surname());
        }
        return people;
    }

    private String given() {
        return chance.nextInt(10) < 6
                ? one(COMMON)
                : one(STARTS) + one(MIDDLES) + (chance.nextBoolean() ? one(MIDDLES) : "");
    }

    private String surname() {
        var dice = chance.nextInt(100);
        if (dice < 8) {
            return one(WORDS);
        }
        return dice < 14 ? place() + "-" + place() : place();
    }

    /// As of a village: surnames, schools, firms.
    String place() {
        return one(STARTS) + one(MIDDLES) + one(ENDS);
    }

    <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private String one(String[] of) {
        return of[chance.nextInt(of.length)];
    }
}
