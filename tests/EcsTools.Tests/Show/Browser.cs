using System.Drawing;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace EcsTools.Tests.Show;

/// <summary>A real browser without a window: Chromium, driven by the chromedriver of this machine.</summary>
internal sealed class Browser : IDisposable
{
    private static readonly string? DriverPath = Find("chromedriver"), BrowserPath = Find("chromium") ?? Find("google-chrome");
    private readonly ChromeDriverService service;
    private readonly ChromeDriver driver;

    public Browser(int width = 1280, int height = 800, bool isDark = false)
    {
        Assert.SkipUnless(DriverPath is not null && BrowserPath is not null, "This machine has no chromium and chromedriver: apt-get install chromium chromium-driver.");
        var options = new ChromeOptions { BinaryLocation = BrowserPath };
        options.AddArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", $"--window-size={width},{height}");
        if (isDark) options.AddArgument("--force-dark-mode");
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(DriverPath), Path.GetFileName(DriverPath));
        driver = new ChromeDriver(service, options, TimeSpan.FromSeconds(90));
        Resize(width, height);
    }

    public void Open(Uri url) => driver.Navigate().GoToUrl(url);

    public void Resize(int width, int height)
    {
        driver.Manage().Window.Size = new Size(width, height);
        driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });
    }

    public object? Run(string script, params object[] arguments) => driver.ExecuteScript(script, arguments);

    public string Text(string selector) => driver.FindElement(By.CssSelector(selector)).Text;

    public IWebElement Find(By by) => driver.FindElement(by);

    /// <summary>Waits until a script returns true, by events of the browser and without a clock.</summary>
    public void Until(string condition)
    {
        driver.Manage().Timeouts().AsynchronousJavaScript = TimeSpan.FromSeconds(60);
        driver.ExecuteAsyncScript($"const done = arguments[0]; const look = () => {{ let is = false; try {{ is = {condition}; }} catch {{ }} is ? done(true) : requestAnimationFrame(look); }}; look();");
    }

    /// <summary>Errors and warnings that the console has.</summary>
    public IReadOnlyList<string> Problems() => [.. driver.Manage().Logs.GetLog(LogType.Browser).Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message)];

    /// <summary>The findings of axe-core about accessibility.</summary>
    public IReadOnlyList<string> Violations()
    {
        // Through the protocol, as the page's own policy lets no script in from elsewhere.
        driver.ExecuteCdpCommand("Runtime.evaluate", new() { ["expression"] = File.ReadAllText(Path.Combine(Cmdlets.EcsPrompt.Metadata("Repository"), "tests/EcsTools.Tests/Show/axe/axe.min.js")) });
        driver.Manage().Timeouts().AsynchronousJavaScript = TimeSpan.FromSeconds(60);
        var found = (IEnumerable<object>)driver.ExecuteAsyncScript(
            "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'] }).then(result => done(result.violations.map(rule => `${rule.id}: ${rule.help}: ${rule.nodes.map(node => node.html).join(' ')}`)));")!;
        return [.. found.Cast<string>()];
    }

    /// <summary>The resources that the page holds.</summary>
    public BrowserFigures Figures() => BrowserFigures.Of(driver, service.ProcessId);

    /// <summary>Keeps what is seen as a picture.</summary>
    public void Keep(string path) => driver.GetScreenshot().SaveAsFile(path);

    public void Dispose() => driver.Dispose(); // with its service

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
