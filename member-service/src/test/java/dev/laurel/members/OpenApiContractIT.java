package dev.laurel.members;

import dev.laurel.testinfra.openapi.OpenApiContract;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class OpenApiContractIT extends RunningMemberService {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void hasTheOperationsThatItsDocumentPromises() {
        // Given
        Set<String> mapped = new TreeSet<>();

        // When
        mapping.getHandlerMethods().keySet().forEach(info -> addTo(mapped, info));

        // Then
        OpenApiContract.of("member-service").assertSameAs(mapped);
    }

    private static void addTo(Set<String> mapped, RequestMappingInfo info) {
        info.getMethodsCondition()
                .getMethods()
                .forEach(method ->
                        info.getPatternValues().forEach(path -> mapped.add(method + " " + path)));
    }
}
