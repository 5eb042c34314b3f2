using System.Text;

namespace BlogKit.Interchange.Import;

public sealed class ImportMapTests
{
    [Fact]
    public async Task A_map_that_was_written_is_read_again()
    {
        var map = new ImportMap
        {
            Authors = ImportMap.Empty.Authors.Add("mara", "author:mara-k").Add("海", "user:7"),
            Addresses = ImportMap.Empty.Addresses.Add("/a", "/b").Add("/c", "gone").Add("/d", "post:tide"),
        };
        using var file = new MemoryStream();

        await map.WriteAsync(file);
        file.Position = 0;
        var read = await ImportMap.ReadAsync(file);

        read.Authors.Should().Equal(map.Authors);
        read.Addresses.Should().Equal(map.Addresses);
    }

    [Fact]
    public async Task Comments_and_commas_of_people_are_overlooked() =>
        (await ReadAsync("\uFEFF{ // who\n \"authors\": { \"a\": \"new\", }, }")).Authors.Should().ContainKey("a");

    [Theory]
    [InlineData("[]", "no JSON object")]
    [InlineData("{\"writers\":{}}", "'authors' and 'addresses'")]
    [InlineData("{\"authors\":{\"a\":\"ada\"}}", "is none that 'authors' can have")]
    [InlineData("{\"authors\":{\"a\":1}}", "is no text")]
    [InlineData("{\"authors\":{\"a\":\"new\",\"a\":\"new\"}}", "stands twice")]
    [InlineData("{\"addresses\":{\"/a\":\"https://evil.example/\"}}", "is none that 'addresses' can have")]
    [InlineData("{\"addresses\":{\"/a\":\"//evil.example\"}}", "is none that 'addresses' can have")]
    [InlineData("{\"authors\":{\"a\":\"new\"}", "no JSON here")]
    [InlineData("{\"authors\":{\"a\":{\"b\":{\"c\":{\"d\":1}}}}}", "is no text")]
    public async Task What_a_map_cannot_say_is_refused_with_a_sentence(string json, string why)
    {
        var read = () => ReadAsync(json);

        (await read.Should().ThrowAsync<ImportSourceException>()).WithMessage($"*{why}*");
    }

    private static async Task<ImportMap> ReadAsync(string json)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return await ImportMap.ReadAsync(file);
    }
}
