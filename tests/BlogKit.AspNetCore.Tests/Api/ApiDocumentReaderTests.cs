using Microsoft.OpenApi;

namespace BlogKit.AspNetCore.Tests;

public sealed class ApiDocumentReaderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_strict_reader_finds_nothing_wrong_with_it(bool withDesk)
    {
        await using var site = withDesk ? await ApiSite.StartAsync() : await Site.StartAsync();
        using var client = site.Browse().Client;

        var read = OpenApiDocument.Parse(await client.GetStringAsync("/api/blog/openapi.json"), "json");

        read.Diagnostic!.Errors.Select(static e => $"{e.Pointer}: {e.Message}").Should().BeEmpty();
        read.Diagnostic.Warnings.Select(static e => $"{e.Pointer}: {e.Message}").Should().BeEmpty();
        read.Diagnostic.SpecificationVersion.Should().Be(OpenApiSpecVersion.OpenApi3_1);
    }
}
