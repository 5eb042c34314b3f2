using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace BlogKit.CommandLine;

/// <summary>What a web host knows of where it runs, for parts that ask for it.</summary>
internal sealed class CommandEnvironment : IHostEnvironment
{
    public string ApplicationName { get; set; } = "blogkit";

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

    public string ContentRootPath { get; set; } = Environment.CurrentDirectory;

    public string EnvironmentName { get; set; } = Environments.Production;
}
