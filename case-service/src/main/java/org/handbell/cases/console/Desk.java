package org.handbell.cases.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;

/// What the layout shows of the person at the desk: who it is, and the pages of their role.
///
/// @param who display name and role, in words
public record Desk(String who, List<Item> items) {

    /// A line of the menu.
    public record Item(String label, String path, boolean current) {}

    /// @param path of the page that is shown, to mark its line
    /// @param operatorPage empty where there is none
    static Desk of(SignedIn person, String path, String operatorPage) {
        var items = new ArrayList<Item>();
        if (person.role().decides()) {
            items.add(item("Queue", "/queue", path));
        }
        items.add(item("Accounts", "/accounts", path));
        items.add(item("Policy", "/policy", path));
        if (person.role().oversees()) {
            items.add(item("Audit", "/audit", path));
        }
        if (person.role() == Role.OPERATOR && !operatorPage.isBlank()) {
            items.add(item("Figures", operatorPage, path));
        }
        return new Desk(person.displayName() + ", " + inWords(person), List.copyOf(items));
    }

    private static Item item(String label, String target, String path) {
        return new Item(label, target, path.equals(target) || path.startsWith(target + "/"));
    }

    private static String inWords(SignedIn person) {
        return switch (person.role()) {
            case HEAD -> "Head of School";
            case DSL -> "DSL";
            case DEPUTY_DSL -> "deputy DSL";
            case HR_INVESTIGATOR -> "HR investigator";
            default -> person.role().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
