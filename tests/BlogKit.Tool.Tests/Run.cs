using System.Text.Json;

namespace BlogKit.CommandLine.Tests;

/// <summary>What a run of the command line left behind.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as the one JSON document it must be.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Standard error as the one JSON document it must be.</summary>
    public JsonElement ErrorJson => JsonDocument.Parse(Error).RootElement;

    /// <summary>The run, which must have succeeded.</summary>
    public Run Done()
    {
        ExitCode.Should().Be(0, "standard error says: {0}", Error);
        return this;
    }
}
