package org.handbell.cases.search;

import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.CaseNames;
import org.handbell.cases.casefile.DeskLists;
import org.handbell.cases.casefile.DeskLists.Stretch;
import org.handbell.cases.casefile.DueSettings;
import org.handbell.cases.casefile.TriageSettings;
import org.handbell.cases.casefile.Words;
import org.handbell.cases.people.People;
import org.handbell.cases.policy.Clauses;
import org.handbell.cases.signin.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/// The search. What was asked for is written down; it holds no name and no content.
@Controller
class SearchController {

    private final DeskLists lists;
    private final CaseNames names;
    private final People people;
    private final TriageSettings settings;
    private final ZoneId zone;

    SearchController(
            DeskLists lists,
            CaseNames names,
            People people,
            TriageSettings settings,
            DueSettings due) {
        this.lists = lists;
        this.names = names;
        this.people = people;
        this.settings = settings;
        this.zone = due.zone();
    }

    /// A case that was found.
    record Hit(
            String reference,
            String severity,
            String tone,
            String state,
            String school,
            String opened) {}

    @GetMapping("/search")
    ModelAndView search(
            @AuthenticationPrincipal SignedIn person, @ModelAttribute("query") Query query) {
        var faults = query.faults();
        var shown =
                new ModelAndView(
                        "cases/search/search",
                        faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        shown.addObject("faults", faults);
        shown.addObject("asked", query.asked() && faults.isEmpty());
        shown.addObject("schools", people.academies());
        shown.addObject("clauses", Clauses.all());
        if (query.asked() && faults.isEmpty()) {
            show(shown, found(person.personId(), query));
        }
        return shown;
    }

    private void show(ModelAndView shown, DeskLists.Page page) {
        shown.addObject("hits", page.cases().stream().map(this::hit).toList());
        shown.addObject("more", page.more());
        shown.addObject("complete", page.complete());
        shown.addObject(
                "last", page.cases().isEmpty() ? "" : page.cases().getLast().number().value());
    }

    /// A reference that was typed finds its case, whatever else was typed.
    private DeskLists.Page found(String personId, Query query) {
        var typed = Query.text(query.reference());
        return typed.isEmpty()
                ? lists.page(
                        personId,
                        query.wanted(schools(), zone),
                        new Stretch(Query.text(query.past()), settings.page()),
                        "search.made")
                : lists.byReference(personId, typed);
    }

    private Set<String> schools() {
        return people.academies().stream()
                .map(People.Academy::academyId)
                .collect(Collectors.toSet());
    }

    private Hit hit(Case about) {
        return new Hit(
                about.number().value(),
                Words.severity(about.severity()),
                Words.tone(about.severity()),
                Words.state(about.state()),
                names.school(about),
                Words.time(about.openedAt(), zone));
    }
}
