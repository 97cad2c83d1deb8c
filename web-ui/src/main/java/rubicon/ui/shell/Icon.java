package rubicon.ui.shell;

import com.vaadin.flow.component.html.Span;

/// Line icons, sixteen units wide, drawn in the colour of the text. Decoration only.
public enum Icon {
    OVERVIEW("M2 2h5v7H2zM9 2h5v4H9zM9 8h5v6H9zM2 11h5v3H2z"),
    INDICATORS("M2 2v12h12M4.5 10.5 7.5 7l2.5 2L14 4"),
    VIEWS(
            "M8 2 14.500 5.200 8 8.400 1.500 5.200zM1.500 8 8 11.200 14.500 8M1.500 10.800 8 14 14.500 10.800"),
    AUTOMATION("M2 13.500c5 0 5-11 12-11M2 13.500h12"),
    SIMULATOR(
            "M2 5h6M11 5h3M2 11h3M8 11h6M8 5a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0 -3 0M5 11a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0 -3 0"),
    DISCREPANCIES("M3 5.500h10M3 10.500h10M10.500 2.500l-5 11"),
    ALERTS("M4 11V7a4 4 0 0 1 8 0v4l1.5 1.5H2.5zM6.5 14.5h3"),
    RULES("M2 4h12M2 8h7M2 12h4M9.500 11.500l1.800 1.800 3.200-4"),
    MILESTONES("M3.5 14.5v-13M3.5 2.5h9l-2.2 3 2.2 3h-9"),
    THRESHOLDS("M2 5.5h12M2 11h2.5M6.75 11h2.5M11.5 11H14"),
    FORECASTS("M2 12l4-3 8-6M6 9h8M6 9l8 4"),
    SOURCES(
            "M2.5 4c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2-2.5 2-5.5 2-5.5-.9-5.5-2zm0 0v8c0"
                    + " 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V4M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9"
                    + " 5.5-2"),
    DEAD_LETTERS("M2 3.5h12v9H2zM2 4l6 5 6-5M6 12.500l4-3M10 12.500l-4-3"),
    ABOUT("M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM8 7.5v4M8 4.800v.2"),
    THEME("M8 2.5v11a5.5 5.5 0 0 0 0-11zM8 13.5a5.5 5.5 0 0 1 0-11"),
    PERSON("M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14c.6-2.6 2.8-4 5.5-4s4.9 1.4 5.5 4");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /// A new component that shows it.
    public Span create() {
        Span icon = new Span();
        icon.addClassName("icon");
        icon.getElement().setAttribute("aria-hidden", "true");
        icon.getElement()
                .setProperty(
                        "innerHTML",
                        "<svg viewBox=\"0 0 16 16\" fill=\"none\" stroke=\"currentColor\""
                                + " stroke-width=\"1.4\" stroke-linecap=\"round\""
                                + " stroke-linejoin=\"round\"><path d=\""
                                + path
                                + "\"/></svg>");
        return icon;
    }
}
