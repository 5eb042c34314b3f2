namespace BlogKit.AspNetCore.Tests.Hosting;

/// <summary>A host that starts makes nothing that is dear and that its first page does not need.</summary>
public sealed class FirstUseTests
{
    [Fact]
    public async Task Types_of_the_apis_json_are_made_when_a_request_needs_them()
    {
        var (started, asked) = await FreshAssemblies.RunAsync(FirstUse.OfJsonTypesAsync);

        started.Should().BeEmpty();
        asked.Should().Equal("ApiPostList");
    }

    [Fact]
    public async Task A_style_sheet_or_script_is_compressed_when_it_is_first_asked_for()
    {
        var (started, asked) = await FreshAssemblies.RunAsync(FirstUse.OfCompressedAssetsAsync);

        started.Should().BeEmpty();
        asked.Should().Equal("desk.js");
    }
}
