package org.handbell.cases.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.handbell.cases.people.Role;
import org.handbell.contract.Action;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.contract.Severity;

/// How the desk says things in plain English.
public final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'at' h:mma", Locale.UK);
    private static final DateTimeFormatter SOON =
            DateTimeFormatter.ofPattern("EEEE d MMMM 'at' h:mma", Locale.UK);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mma", Locale.UK);
    private static final double VERY_SURE = 0.9;
    private static final double FAIRLY_SURE = 0.7;
    private static final double UNSURE = 0.5;

    private Words() {}

    /// `now`, `today`, `this week`.
    public static String tier(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "now";
            case HIGH -> "today";
            case MEDIUM -> "this week";
            case LOW -> "in the digest";
            case TIP -> "as a tip";
        };
    }

    /// How grave, in words that need no colour.
    public static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "Very serious if true";
            case HIGH -> "Serious if true";
            case MEDIUM -> "Worth a look";
            case LOW -> "Slight";
            case TIP -> "Only a tip";
        };
    }

    /// Tints what is said in words anyway: `now`, `today`, `week`.
    public static String tone(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "now";
            case HIGH -> "today";
            case MEDIUM, LOW, TIP -> "week";
        };
    }

    public static String confidence(double confidence) {
        if (confidence >= VERY_SURE) {
            return "very sure";
        }
        if (confidence >= FAIRLY_SURE) {
            return "fairly sure";
        }
        return confidence >= UNSURE ? "unsure" : "a guess";
    }

    /// `Tuesday 14 July 2026 at 3:05pm`.
    public static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone)).replace("AM", "am").replace("PM", "pm");
    }

    /// `Tuesday 14 July at 3:05pm`, for what is not far away.
    public static String soon(Instant at, ZoneId zone) {
        return SOON.format(at.atZone(zone)).replace("AM", "am").replace("PM", "pm");
    }

    /// `Tuesday 14 July 2026`.
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /// `3:05pm`.
    public static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone)).replace("AM", "am").replace("PM", "pm");
    }

    /// With a capital letter, to begin a sentence.
    public static String sentence(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /// How a timeline names a person without naming them.
    public static String role(Role role) {
        return switch (role) {
            case HEAD -> "the Head of School";
            case DSL -> "the designated safeguarding lead";
            case DEPUTY_DSL -> "the deputy safeguarding lead";
            case EXECUTIVE_HEAD -> "the Executive Head";
            case CHAIR -> "the chair of governors";
            case GOVERNOR -> "a governor";
            case TEACHER, SUPPORT, SUPPLY, COMMUNICATIONS -> "a member of staff";
            case HR_INVESTIGATOR -> "an HR investigator";
            case OPERATOR -> "the operator";
            case AUDITOR -> "the auditor";
        };
    }

    public static String state(CaseState state) {
        return switch (state) {
            case CaseState.Suggested _ -> "Suggested";
            case CaseState.UnderInvestigation _ -> "Being looked into";
            case CaseState.ChildAtRisk _ -> "A child may be at risk";
            case CaseState.Advised _ -> "Closed with advice";
            case CaseState.NotAConcern _ -> "Closed, not a concern";
            case CaseState.Concluded _ -> "Closed after an investigation";
        };
    }

    public static String action(Action action) {
        return switch (action) {
            case POST -> "A post";
            case SHARE -> "A share of somebody else's post";
            case LIKE -> "A like of somebody else's post";
            case COMMENT -> "A comment";
            case REPLY -> "A reply";
            case REVIEW -> "A review";
            case POLL -> "A poll";
            case PROFILE -> "A profile";
        };
    }

    static String kind(Coverage.Kind kind) {
        return switch (kind) {
            case POSTS -> "Posts";
            case COMMENTS -> "Comments and replies";
            case LIKES -> "Likes";
            case SHARES -> "Shares";
            case POLLS -> "Polls";
            case PICTURES -> "Pictures";
            case EDITS -> "Edits";
            case DELETIONS -> "Deletions";
        };
    }

    static String sight(Coverage.Sight sight) {
        return switch (sight) {
            case YES -> "Yes";
            case PARTLY -> "In part";
            case NO -> "No";
        };
    }

    public static String platform(Platform platform) {
        return switch (platform) {
            case MASTODON -> "Mastodon";
            case BLUESKY -> "Bluesky";
            case X -> "X";
            case FACEBOOK -> "Facebook";
            case INSTAGRAM -> "Instagram";
            case LINKEDIN -> "LinkedIn";
            case TUMBLR -> "Tumblr";
            case SNAPCHAT -> "Snapchat";
            case YOUTUBE -> "YouTube";
            case THREADS -> "Threads";
            case REDDIT -> "Reddit";
            case GOOGLE_PLUS -> "Google+";
            case BLOG -> "a blog";
            case FORUM -> "a forum";
            case REVIEW -> "a review site";
            case POLL -> "a poll site";
        };
    }
}
