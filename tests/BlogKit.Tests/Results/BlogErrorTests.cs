using System.Globalization;

namespace BlogKit.Tests.Results;

public sealed class BlogErrorTests
{
    private static readonly BlogError s_tooLong = BlogError.Of(
        ErrorKind.Invalid,
        ErrorCodes.TooLong,
        "{field} has {length} characters; at most {max} are allowed.",
        "Markdown",
        ("length", 12_003),
        ("max", 10_000));

    [Fact]
    public void The_message_is_the_template_with_its_arguments_whatever_the_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = WithPoints();

            s_tooLong.Message.Should().Be("Markdown has 12,003 characters; at most 10,000 are allowed.");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Another_name_of_the_field_is_said_in_the_message() =>
        (s_tooLong with { Field = "body" }).Message.Should().Be("body has 12,003 characters; at most 10,000 are allowed.");

    [Fact]
    public void Other_words_name_the_arguments_and_write_numbers_as_their_language_does() =>
        s_tooLong.Format("Höchstens {max} Zeichen, nicht {length}.", WithPoints()).Should().Be("Höchstens 10.000 Zeichen, nicht 12.003.");

    [Fact]
    public void Arguments_are_found_by_name_and_keep_their_order()
    {
        s_tooLong.Arguments["max"].Should().Be(10_000L);
        s_tooLong.Arguments.Keys.Should().Equal("length", "max");
        s_tooLong.Arguments.TryGetValue("min", out _).Should().BeFalse();
    }

    [Fact]
    public void Errors_with_equal_arguments_are_equal()
    {
        var again = s_tooLong with { Arguments = new(("max", 10_000L), ("length", (short)12_003)) };
        var other = s_tooLong with { Arguments = new(("max", 10_000), ("length", 12_004)) };

        again.Should().Be(s_tooLong);
        again.GetHashCode().Should().Be(s_tooLong.GetHashCode());
        other.Should().NotBe(s_tooLong);
    }

    [Theory]
    [InlineData("{value}", "{value}")]
    [InlineData("{field}", "{field}")]
    [InlineData("}{", "}{")]
    public void What_a_value_says_in_braces_is_never_filled_in(string value, string said) =>
        BlogError.Of(
            ErrorKind.Conflict,
            ErrorCodes.Taken,
            "'{value}' is taken.",
            "Slug",
            ("value", value)).Message.Should().Be($"'{said}' is taken.");

    [Theory]
    [InlineData("no {such} name", "no {such} name")]
    [InlineData("{ {max} }", "{ 3 }")]
    [InlineData("{{max}", "{3")]
    [InlineData("an open {max", "an open {max")]
    [InlineData("", "")]
    public void What_is_no_argument_stays_as_it_stands(string template, string said) =>
        BlogError.Of(ErrorKind.Invalid, "x", template, arguments: [("max", 3)]).Message.Should().Be(said);

    [Fact]
    public void Each_kind_of_value_is_written_in_one_way() =>
        BlogError.Of(
            ErrorKind.Invalid,
            "x",
            "{whole} {part} {text} {moment} {other}",
            arguments: [
                ("whole", 1_000),
                ("part", 0.5),
                ("text", "a"),
                ("moment", new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.FromHours(2))),
                ("other", ErrorKind.TooMany),
            ])
            .Message.Should().Be("1,000 0.5 a 2026-03-01T12:00:00Z TooMany");

    [Theory]
    [InlineData("max", "max")]
    [InlineData("field", "max")]
    public void Two_arguments_of_one_name_are_a_mistake(string first, string second) =>
        ((Func<ErrorArguments>)(() => new((first, 1), (second, 2)))).Should().Throw<ArgumentException>().WithMessage($"*'{first}'*");

    // As German writes numbers; made by hand, because a host without ICU knows no German.
    private static CultureInfo WithPoints()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = ".";
        return culture;
    }
}
