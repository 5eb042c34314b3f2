using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Refuses options that are out of range when the host starts.</summary>
internal sealed class OpenWebOptionsValidator : IValidateOptions<BlogKitWebOptions>
{
    public ValidateOptionsResult Validate(string? name, BlogKitWebOptions options) =>
        OpenWebOptionsCheck.Broken(options.OpenWeb).ToArray() is { Length: > 0 } broken ? ValidateOptionsResult.Fail(broken) : ValidateOptionsResult.Success;
}
