package org.handbell.cases.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.handbell.cases.people.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The authorisation table to read and to print.
@Controller
class AccessController {

    /// A line of the table, in words.
    record Line(String what, String address, String who, String reach) {

        static Line of(DeskAction action) {
            return new Line(
                    words(action.name()),
                    action.method() + " " + action.path(),
                    roles(action),
                    words(action.reach()));
        }
    }

    @GetMapping("/access")
    String table(Model model) {
        model.addAttribute("lines", lines());
        return "cases/access/access";
    }

    private static List<Line> lines() {
        return Arrays.stream(DeskAction.values()).map(Line::of).toList();
    }

    private static String roles(DeskAction action) {
        if (action.openToStrangers()) {
            return "anybody, also without signing in";
        }
        var roles = Arrays.stream(Role.values()).filter(action::permits).toList();
        return roles.size() == Role.values().length
                ? "everybody who has signed in"
                : roles.stream().map(role -> words(role.name())).collect(Collectors.joining(", "));
    }

    private static String words(Reach reach) {
        return switch (reach) {
            case DESK -> "the same for all of them";
            case ACADEMY ->
                    "only what belongs to their own school, or to all for those of the trust";
            case OWN -> "only what is their own";
            case CASE -> "only cases that come to them and that they have nothing to do with";
        };
    }

    private static String words(String name) {
        var lower = name.replace('_', ' ').toLowerCase(Locale.ROOT);
        return lower.replaceAll("\\bdsl\\b", "DSL").replaceAll("\\bhr\\b", "HR");
    }
}
