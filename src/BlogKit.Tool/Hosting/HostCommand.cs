using System.CommandLine;
using System.Text.Json.Serialization.Metadata;

namespace BlogKit.CommandLine;

/// <summary>A command over the whole database.</summary>
internal abstract class HostCommand<TAnswer>(string name, string description, CommonOptions common, JsonTypeInfo<TAnswer> json)
    : AnswerCommand<TAnswer>(name, description, common, json)
    where TAnswer : notnull
{
    protected virtual Task<Result<BlogHost>> OpenAsync(
        string database, SettingsFile? settings, ParseResult input, CancellationToken cancellationToken) =>
        BlogHost.OpenAsync(database, settings, cancellationToken);

    protected abstract Task<Result<TAnswer>> RunAsync(
        BlogHost host, Terminal terminal, ParseResult input, CancellationToken cancellationToken);

    protected sealed override async Task<Result<TAnswer>> RunAsync(
        Terminal terminal, ParseResult input, CancellationToken cancellationToken)
    {
        var settings = input.GetValue(Common.Settings) is { } path ? new SettingsFile(Common.Settings.Name, path) : null;
        var opened = await OpenAsync(input.GetValue(Common.Database)!, settings, input, cancellationToken);
        if (!opened.Succeeded)
        {
            return opened.Errors;
        }

        await using var host = opened.Value;
        return await RunAsync(host, terminal, input, cancellationToken);
    }
}
