using System.Globalization;
using Spectre.Console;

namespace BlogKit.CommandLine.Tests;

public class MarkedTextTests
{
    [Fact]
    public void In_a_pipe_places_are_in_brackets_and_overlapping_ones_are_one()
    {
        Print("one two [three]\nfour", [(8, 3), (0, 3), (2, 3), (16, 4)], ansi: false).Should().Be("[one t]wo [[th]ree]\n[four]");
    }

    [Fact]
    public void On_a_terminal_places_are_underlined_and_the_text_changes_nothing()
    {
        var printed = Print("[red]a\u001b[1mbad[/] word", [(10, 3)], ansi: true);

        printed.Should().MatchRegex("\u001b\\[[0-9;]*4[0-9;]*mbad\u001b\\[0m").And.Contain("[red]a␛[1m");
    }

    [Fact]
    public void No_place_leaves_the_text_as_it_is() => Print("as it is", [(3, 0)], ansi: false).Should().Be("as it is");

    [Fact]
    public void An_excerpt_is_one_line_and_cuts_no_character()
    {
        var text = string.Concat(Enumerable.Repeat("\U0001F41D", 40)) + "\nx" + "hit" + "yy\n"
            + string.Concat(Enumerable.Repeat("\U0001F41D", 40));
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var console = Console(writer, ansi: false);

        console.Markup(MarkedText.Excerpt(text, text.IndexOf("hit", StringComparison.Ordinal), 3, console));

        writer.ToString().Should().StartWith(
            "…\U0001F41D").And.EndWith("\U0001F41D…").And.Contain(" x[hit]yy ").And.NotContain("\uFFFD").And.NotContain("\n");
    }

    private static string Print(string text, (int, int)[] marks, bool ansi)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var console = Console(writer, ansi);
        console.Markup(MarkedText.Whole(text, marks, console));
        return writer.ToString();
    }

    private static IAnsiConsole Console(StringWriter writer, bool ansi)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = 10_000;
        return console;
    }
}
