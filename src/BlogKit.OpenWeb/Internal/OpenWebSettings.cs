using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace BlogKit.OpenWeb.Internal;

/// <summary>Reads the options from the host's configuration, before the application changes them.</summary>
/// <param name="configuration">The host's; null for a host without one.</param>
internal sealed class OpenWebSettings(IConfiguration? configuration) : IConfigureOptions<OpenWebOptions>
{
    private const string Section = "BlogKit:Web:OpenWeb";

    public void Configure(OpenWebOptions options) => configuration?.GetSection(Section).Bind(options);
}
