package rubicon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.local.driver.DrivenHouse;

/// The workbench over the real simulator, with each of its models.
class WorkbenchIT {
    private static final double PATIENCE = 30_000;

    @TempDir private Path folder;

    @Test
    void everyModelIsDraggedMarkedAndFoundAgainByItsAddress() throws Exception {
        try (DrivenHouse house = DrivenHouse.up(folder.resolve("house"), "--empty");
                Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(Chromium.options());
                Page page = browser.newPage()) {
            List<String> wrong = new ArrayList<>();
            page.onPageError(wrong::add);
            List<JsonNode> models =
                    StreamSupport.stream(
                                    house.simulated("/models").path("items").spliterator(), false)
                            .toList();
            assertThat(models).hasSize(10);
            for (JsonNode model : models) {
                followsADraggedInput(house, page, model);
            }
            marksMoveTheirYear(house, page);
            aRowMoreIsFoundAgain(house, page);
            assertThat(wrong).isEmpty();
        }
    }

    /// Drags the first input that has a slider; what follows is drawn anew, and the address tells.
    private static void followsADraggedInput(DrivenHouse house, Page page, JsonNode model) {
        String id = model.path("id").asText();
        page.navigate(house.page("/simulator/" + id));
        Locator results = page.getByTestId("results");
        Locator drawn = results.locator("rubicon-chart[data-drawn]").first();
        PlaywrightAssertions.assertThat(drawn).isVisible(patient());

        Locator slider = page.locator("input[type=range][data-testid^=slider-]:visible").first();
        String name = slider.getAttribute("data-testid").substring("slider-".length());
        slider.focus();
        page.keyboard().press("ArrowRight");

        PlaywrightAssertions.assertThat(page)
                .hasURL(
                        Pattern.compile(".*/simulator/" + id + "\\?p\\." + name + "=.*"),
                        new PageAssertions.HasURLOptions().setTimeout(PATIENCE));
        PlaywrightAssertions.assertThat(results)
                .hasAttribute(
                        "data-stale",
                        "false",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
        PlaywrightAssertions.assertThat(page.getByTestId("notice")).hasCount(0);
        String dragged = page.getByTestId("field-" + name).inputValue();
        page.reload();
        PlaywrightAssertions.assertThat(page.getByTestId("field-" + name))
                .hasValue(dragged, new LocatorAssertions.HasValueOptions().setTimeout(PATIENCE));
    }

    private static void marksMoveTheirYear(DrivenHouse house, Page page) {
        page.navigate(house.page("/simulator/s-curves"));
        for (int year : List.of(2024, 2025, 2026)) {
            Locator aggregate = page.getByTestId("aggregate-" + year);
            PlaywrightAssertions.assertThat(aggregate).containsText("Steep count", contains());
            String before = aggregate.innerText();
            Locator mark = page.getByTestId("slide-positions-1-end" + year);
            mark.focus();
            page.keyboard().press("End");
            PlaywrightAssertions.assertThat(page.getByTestId("cell-positions-1-end" + year))
                    .hasValue("1");
            PlaywrightAssertions.assertThat(aggregate).not().hasText(before, otherwise());
            String atItsEnd = aggregate.innerText();
            page.keyboard().press("Home");
            PlaywrightAssertions.assertThat(page.getByTestId("cell-positions-1-end" + year))
                    .hasValue("0");
            PlaywrightAssertions.assertThat(page)
                    .hasURL(Pattern.compile(".*p\\.positions\\.1\\.end" + year + "=0.*"));
            PlaywrightAssertions.assertThat(aggregate).not().hasText(atItsEnd, otherwise());
            PlaywrightAssertions.assertThat(aggregate).not().hasText(before, otherwise());
        }
    }

    private static void aRowMoreIsFoundAgain(DrivenHouse house, Page page) {
        page.navigate(house.page("/simulator/speedrun-ledger"));
        Locator rows = page.locator(".table-editor").first().locator("tbody tr");
        PlaywrightAssertions.assertThat(rows.first()).isVisible(patient());
        int before = rows.count();
        page.locator("[data-testid^=add-row-]").first().click();
        PlaywrightAssertions.assertThat(rows)
                .hasCount(before + 1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        PlaywrightAssertions.assertThat(page)
                .hasURL(
                        Pattern.compile(".*\\.rows=1-" + before + "," + before + "(&.*)?"),
                        new PageAssertions.HasURLOptions().setTimeout(PATIENCE));
        page.reload();
        PlaywrightAssertions.assertThat(rows)
                .hasCount(before + 1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        String note = "&p.note=" + "x".repeat(20_000);
        assertThat(page.navigate(page.url() + note).status()).isEqualTo(200);
    }

    private static LocatorAssertions.IsVisibleOptions patient() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.HasTextOptions otherwise() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }
}
