using Microsoft.Extensions.Options;

namespace BlogKit.OpenWeb.Internal;

/// <summary>Says at the start which option is out of range.</summary>
internal sealed class OpenWebOptionsValidator : IValidateOptions<OpenWebOptions>
{
    public ValidateOptionsResult Validate(string? name, OpenWebOptions options)
    {
        var failures = new List<string>();
        options.Check(failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
