package org.handbell.cases.policy;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What each clause of the policy is about, in plain words of ours.
public final class Clauses {

    private static final Map<String, String> TITLES =
            Map.ofEntries(
                    Map.entry("P1", "Damage to the school's or trust's reputation"),
                    Map.entry("P2", "Running down the school, staff or others"),
                    Map.entry("P3", "Harassment, bullying or discrimination"),
                    Map.entry("P4", "False or misleading statements"),
                    Map.entry("P5", "Pretending to be somebody else"),
                    Map.entry("P6", "Speaking for the school without authority"),
                    Map.entry("P7", "Sensitive school topics, such as its performance"),
                    Map.entry("P8", "Confidential information"),
                    Map.entry("P9", "The school's logos or marks"),
                    Map.entry("E1", "Likes and shares count as one's own words"),
                    Map.entry("E2", "Private settings, and pupils as contacts"),
                    Map.entry("E3", "Telling who a pupil is"),
                    Map.entry("E4", "Talking about pupils"),
                    Map.entry("E5", "Pictures of pupils or their homes"),
                    Map.entry("E6", "Posting in working time, or unsuitable content"),
                    Map.entry("E7", "Bringing the school or trust into disrepute"),
                    Map.entry("E8", "Praising or criticising suppliers"),
                    Map.entry("E9", "Offensive or discriminatory language"),
                    Map.entry("E10", "Pornographic material or a link to it"),
                    Map.entry("E11", "Legal trouble: copyright, privacy or other liability"),
                    Map.entry("C1", "Contact with pupils or former pupils"),
                    Map.entry("C2", "Personal contact details given to pupils"),
                    Map.entry("C3", "Personal talk with children"),
                    Map.entry("C4", "Contact outside the school's own channels"),
                    Map.entry("C5", "Contact with pupils can be monitored"),
                    Map.entry("C6", "The school's equipment for reaching pupils"),
                    Map.entry("S1", "Showing where one works and with whom"),
                    Map.entry("S2", "Showing where an employee lives"),
                    Map.entry("S3", "Children or vulnerable adults who can be identified"),
                    Map.entry("S4", "Pictures of oneself that pupils may find"),
                    Map.entry("S5", "Using a site's security settings"),
                    Map.entry("G1", "A work-related site without approval"),
                    Map.entry("G2", "A group whose creator must check it"),
                    Map.entry("G3", "Governors keep to the spirit of the policy"),
                    Map.entry("G4", "Reporting what one becomes aware of"),
                    Map.entry("D1", "A breach may be a disciplinary matter"),
                    Map.entry("D2", "Cyber-bullying: Dignity at Work first"),
                    Map.entry("D3", "Evidence may go to the police"),
                    Map.entry("D4", "A safeguarding concern"),
                    Map.entry("M1", "Why use may be monitored"),
                    Map.entry("M2", "Who may examine the records"),
                    Map.entry("M3", "Which version of the policy applies"));

    private static final String PARTS = "PECSGDM";

    private Clauses() {}

    /// What the clause is about; a general word for one that is not known.
    public static String title(String clause) {
        return TITLES.getOrDefault(clause, "A clause of your policy");
    }

    /// The ids of all clauses, in the order of the policy's parts.
    public static List<String> ids() {
        return TITLES.keySet().stream()
                .sorted(
                        Comparator.<String>comparingInt(id -> PARTS.indexOf(id.charAt(0)))
                                .thenComparingInt(id -> Integer.parseInt(id.substring(1))))
                .toList();
    }

    /// All clauses with what each is about, in the same order.
    public static Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        ids().forEach(clause -> all.put(clause, title(clause)));
        return all;
    }

    public static boolean known(String clause) {
        return TITLES.containsKey(clause);
    }
}
