namespace BlogKit.Tests;

public sealed class ImportedIdTests
{
    private const string Source = "https://old.example.org";
    private static readonly DateTimeOffset s_at = new(2009, 5, 14, 8, 30, 15, TimeSpan.Zero);

    [Fact]
    public void What_is_brought_in_twice_has_the_same_identifier() =>
        ImportedId.Of(Source, "comment", "4711", s_at, 4711).Should().Be(ImportedId.Of(Source, "comment", "4711", s_at, 4711));

    [Fact]
    public void The_identifier_is_the_same_in_every_version() =>
        ImportedId.Of(Source, "comment", "4711", s_at, 4711).Should().Be(new Guid("01213e3e-3dd8-7000-8126-72df52136afd"));

    [Fact]
    public void An_offset_of_the_same_moment_makes_no_difference() =>
        ImportedId.Of(Source, "comment", "4711", s_at.ToOffset(TimeSpan.FromHours(5)), 4711)
            .Should().Be(ImportedId.Of(Source, "comment", "4711", s_at, 4711));

    [Fact]
    public void Whatever_differs_gives_another_identifier() => new[]
    {
        ImportedId.Of(Source, "comment", "4711", s_at, 4711),
        ImportedId.Of(Source + "/", "comment", "4711", s_at, 4711),
        ImportedId.Of(Source, "post", "4711", s_at, 4711),
        ImportedId.Of(Source, "comment", "4712", s_at, 4711),
        ImportedId.Of(Source, "comment4", "711", s_at, 4711),
        ImportedId.Of(Source, "comment", "4711", s_at.AddMilliseconds(1), 4711),
        ImportedId.Of(Source, "comment", "4711", s_at, 4712),
    }.Should().OnlyHaveUniqueItems();

    [Fact]
    public void It_is_a_UUID_of_version_7_whatever_it_is_made_of()
    {
        var random = new Random(11);
        for (var i = 0; i < 1_000; i++)
        {
            var at = DateTimeOffset.UnixEpoch.AddMilliseconds(random.NextInt64(253_402_300_799_999));

            var id = ImportedId.Of(Source, "comment", $"{i}", at, random.NextInt64());

            id.Version.Should().Be(7);
            (id.Variant & 0xC).Should().Be(8);
            DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(id.ToString("N")[..12], 16)).Should().Be(at);
        }
    }

    [Fact]
    public void They_stand_in_the_order_of_their_times_and_within_one_in_the_order_of_the_source()
    {
        var random = new Random(7);
        var made = Enumerable.Range(0, 2_000)
            .Select(i => (At: s_at.AddSeconds(random.Next(50)), Order: (long)i * 1_000))
            .ToList();

        made.OrderBy(m => ImportedId.Of(Source, "comment", $"{m.Order}", m.At, m.Order))
            .Should().Equal(made.OrderBy(static m => m.At).ThenBy(static m => m.Order));
    }

    [Fact]
    public void Before_1970_they_stand_in_the_order_of_the_source() =>
        Enumerable.Range(0, 100).Select(i => ImportedId.Of(Source, "post", $"{i}", DateTimeOffset.MinValue.AddYears(100 - i), i))
            .Should().BeInAscendingOrder();

    [Fact]
    public void The_last_moment_of_the_calendar_has_one() =>
        ImportedId.Of(Source, "post", "1", DateTimeOffset.MaxValue, long.MaxValue).Version.Should().Be(7);

    [Theory]
    [InlineData("", "comment", "1", 0)]
    [InlineData(Source, "", "1", 0)]
    [InlineData(Source, "comment", "", 0)]
    [InlineData(Source, "comment", "1", -1)]
    public void Nothing_is_made_of_nothing(string source, string kind, string id, long order)
    {
        var act = () => ImportedId.Of(source, kind, id, s_at, order);

        act.Should().Throw<ArgumentException>();
    }
}
