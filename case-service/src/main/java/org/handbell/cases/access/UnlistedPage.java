package org.handbell.cases.access;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Ends the start where a page of the desk is in no line of the table: a page that somebody forgot
/// to think about must never be open to all who sign in.
@Component
class UnlistedPage implements SmartInitializingSingleton {

    private static final String OURS = "org.handbell.cases.";
    private static final String ERROR_PAGE = "/error";

    private final RequestMappingHandlerMapping pages;

    UnlistedPage(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.pages = requestMappingHandlerMapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        pages.getHandlerMethods().entrySet().stream()
                .filter(page -> page.getValue().getBeanType().getName().startsWith(OURS))
                .flatMap(page -> unlisted(page.getKey()))
                .findFirst()
                .ifPresent(line -> {
                    throw new IllegalStateException(
                            line + " is in no line of DeskAction: say there who may use it");
                });
    }

    private static Stream<String> unlisted(RequestMappingInfo page) {
        return page.getPatternValues().stream()
                .filter(path -> !path.equals(ERROR_PAGE))
                .flatMap(path ->
                        page.getMethodsCondition().getMethods().stream()
                                .filter(method -> !listed(method, path))
                                .map(method -> method + " " + path));
    }

    private static boolean listed(RequestMethod method, String path) {
        return Arrays.stream(DeskAction.values())
                .anyMatch(action ->
                        action.method() == method.asHttpMethod() && action.path().equals(path));
    }
}
