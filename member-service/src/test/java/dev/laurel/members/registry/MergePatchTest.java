package dev.laurel.members.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class MergePatchTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** The examples of RFC 7396, appendix A, whose target and patch are objects. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{\"a\":\"b\"};           {\"a\":\"c\"};                  {\"a\":\"c\"}",
                "{\"a\":\"b\"};           {\"b\":\"c\"};                  {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"};           {\"a\":null};                   {}",
                "{\"a\":\"b\",\"b\":\"c\"}; {\"a\":null};                 {\"b\":\"c\"}",
                "{\"a\":[\"b\"]};         {\"a\":\"c\"};                  {\"a\":\"c\"}",
                "{\"a\":\"c\"};           {\"a\":[\"b\"]};                {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}};   {\"a\":{\"b\":\"d\",\"c\":null}}; {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]}; {\"a\":[1]};                    {\"a\":[1]}",
                "{\"e\":null};            {\"a\":1};                      {\"e\":null,\"a\":1}",
                "{\"a\":\"foo\"};         {\"a\":{\"b\":\"c\"}};          {\"a\":{\"b\":\"c\"}}",
                "{};                      {\"a\":{\"bb\":{\"ccc\":null}}}; {\"a\":{\"bb\":{}}}"
            })
    void doesWhatTheRfcSays(String target, String patch, String result) {
        assertThat(MergePatch.apply(json(target), json(patch))).isEqualTo(json(result));
    }

    private static Map<String, Object> json(String text) {
        return JSON.readValue(text, new TypeReference<>() {});
    }
}
