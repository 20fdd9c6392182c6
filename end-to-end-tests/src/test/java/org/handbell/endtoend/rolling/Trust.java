package org.handbell.endtoend.rolling;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An invented trust with one school, one teacher and her blogs.
final class Trust {

    private Trust() {}

    static String json(Feeds feeds, int accounts) {
        var blogs =
                IntStream.range(0, accounts)
                        .mapToObj(number ->
                                """
                                {"id": "acc-%d", "platform": "blog", "handle": "maps_%d", "address": "%s", "owner": "st-3", "academy": "ac", "kind": "personal", "approved": true, "spokesperson": false}\
                                """
                                        .formatted(number, number, feeds.address(number)))
                        .collect(Collectors.joining(",\n"));
        return TRUST.replace("${accounts}", blogs);
    }

    private static final String TRUST =
            """
            {
              "trust": {"id": "tr", "name": "Wendlebury Vale Trust", "aliases": [], "localAuthority": "Marrowdale", "marks": [], "emailDomains": ["wendlebury.test"], "partners": [], "switchedOn": []},
              "academies": [
                {"id": "ac", "name": "Thornmere High School", "aliases": ["Thornmere"], "marks": [], "phase": "secondary", "head": "st-1", "dsl": "st-2", "postcode": "MD4 6QT", "workingHours": {"days": ["MON"], "from": "08:25", "to": "15:35", "breaks": []}}
              ],
              "terms": [{"name": "Always", "from": "2020-01-01", "to": "2099-12-31"}],
              "timezone": "Europe/London",
              "staff": [
                {"id": "st-1", "name": "Honor Kettleby", "title": "Mrs", "role": "head", "academy": "ac", "email": "head@wendlebury.test", "deputyDsl": false},
                {"id": "st-2", "name": "Piers Amblecote", "title": "Mr", "role": "dsl", "academy": "ac", "email": "dsl@wendlebury.test", "deputyDsl": false},
                {"id": "st-3", "name": "Imogen Sallowfield", "title": "Miss", "role": "teacher", "academy": "ac", "email": "st-3@wendlebury.test", "deputyDsl": false},
                {"id": "st-5", "name": "Ottoline Fernsby", "title": "Mrs", "role": "executive-head", "academy": null, "email": "executive@wendlebury.test", "deputyDsl": false}
              ],
              "governors": [
                {"id": "gv-1", "name": "Lambert Oakhanger", "title": "Mr", "role": "chair-of-governors", "academy": null, "email": "chair@wendlebury.test"}
              ],
              "operators": [],
              "pupils": [{"id": "pu-1", "name": "Peregrine Larkspur", "academy": "ac", "year": 8, "form": "8F"}],
              "formerPupils": [], "photoConsent": [], "providers": [], "confidentialTerms": [],
              "gates": {"dpiaReference": "DPIA-1", "noticeHash": "9d4b5c0f2f5a3f6d1c7e8a90b1c2d3e4f5061728394a5b6c7d8e9fa0b1c2d3e4", "consultation": "Committee, 18 June", "approver": "st-5", "policyVersion": "2017-06"},
              "collectFrom": "2024-01-01",
              "accounts": [
            ${accounts}
              ]
            }
            """;
}
