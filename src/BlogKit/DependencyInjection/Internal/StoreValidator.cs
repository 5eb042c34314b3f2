using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.Internal;

/// <summary>Fails the start of the host when no store was chosen.</summary>
internal sealed class StoreValidator(IServiceProvider services) : IValidateOptions<BlogKitOptions>
{
    public ValidateOptionsResult Validate(string? name, BlogKitOptions options) =>
        services.GetService<StoreChoice>() is null
            ? ValidateOptionsResult.Fail(MissingStore.Message)
            : ValidateOptionsResult.Success;
}
