package org.handbell.cases.me;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.handbell.cases.conflict.LadderSettings;
import org.handbell.cases.forms.Days;
import org.handbell.cases.forms.Entered;
import org.handbell.cases.forms.Option;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Preferences;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class MeController {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int HOURS = 24;

    private final OwnWishes wishes;
    private final Preferences preferences;
    private final LadderSettings ladder;
    private final Clock clock;

    MeController(OwnWishes wishes, Preferences preferences, LadderSettings ladder, Clock clock) {
        this.wishes = wishes;
        this.preferences = preferences;
        this.ladder = ladder;
        this.clock = clock;
    }

    @GetMapping("/me")
    ModelAndView read(@AuthenticationPrincipal SignedIn person) {
        return shown(person, MyForm.shown(wishes.of(person)), HttpStatus.OK);
    }

    @PostMapping("/me")
    ModelAndView set(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        var entered = new Entered(form);
        var ids =
                wishes.standIns(person).stream().map(Person::personId).collect(Collectors.toSet());
        var read = new MyForm(offered(), ids, today()).read(entered);
        if (read == null) {
            return shown(person, entered, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        wishes.set(person, read);
        next.addFlashAttribute("done", "Your settings are saved.");
        return new ModelAndView("redirect:/me");
    }

    private ModelAndView shown(SignedIn person, Entered form, HttpStatus status) {
        var page = new ModelAndView("cases/me/me", status);
        page.addObject("form", form);
        page.addObject("channels", channels());
        page.addObject("hours", hours());
        page.addObject("standIns", standIns(person));
        page.addObject("decides", person.role().decides());
        page.addObject("office", awayByOffice(person));
        return page;
    }

    /// E-mail first, and always there: it is the channel that each installation has.
    private Set<Channel> offered() {
        var offered = EnumSet.of(Channel.EMAIL);
        offered.addAll(ladder.channels());
        return offered;
    }

    private List<Option> channels() {
        return offered().stream()
                .map(channel -> new Option(channel.name(), words(channel)))
                .toList();
    }

    private static List<Option> hours() {
        return IntStream.range(0, HOURS)
                .mapToObj(hour -> new Option(Integer.toString(hour), words(hour)))
                .toList();
    }

    private List<Option> standIns(SignedIn person) {
        var options = new ArrayList<Option>();
        options.add(Option.none("Nobody: go on to the next person"));
        wishes.standIns(person)
                .forEach(other -> options.add(new Option(other.personId(), other.name())));
        return options;
    }

    /// The last day of an absence that the office entered; null where there is none.
    private @Nullable String awayByOffice(SignedIn person) {
        var own = wishes.of(person).absences();
        return preferences.of(person.personId()).absences().stream()
                .filter(absence -> !own.contains(absence))
                .map(absence -> Days.words(absence.until()))
                .findFirst()
                .orElse(null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }

    private static String words(Channel channel) {
        return switch (channel) {
            case EMAIL -> "E-mail";
            case SMS -> "Text message";
            case CHAT -> "Chat";
            case PUSH -> "Push message to my phone";
        };
    }

    private static String words(int hour) {
        if (hour == 0) {
            return "midnight";
        }
        if (hour == HOURS / 2) {
            return "midday";
        }
        return hour < HOURS / 2 ? hour + "am" : hour - HOURS / 2 + "pm";
    }
}
